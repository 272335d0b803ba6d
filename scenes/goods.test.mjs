// Goods in the demo province: a batch logged from a phone, its labels printed and scanned, a recall that goes through
// three processors and a market, a household for which an officer logs, a maker who leaves with its codes.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pictures, province } from './demo.mjs';
import { databases } from './program.mjs';

const picture = pictures('goods');

/** The GTIN of Sa Đéc Tửu in the demo, and its lot of October 2026. */
const spirit = '/01/08930000005021';
const lot = 'ST261008';
/** Scans of one serial from as many devices look like copies of one label (one more than are usual). */
const devices = 13;

/** A path without what names one record. */
const shape = path => path.replaceAll(/\/(?=[^/]*\d)[^/.]{6,}/g, '/x');

/** Opens a page, and what its links lead to within the room unless one of its shape is known; gives each shape as it is open. */
async function* pagesFrom(person, start, known) {
  const waiting = [start];
  while (waiting.length) {
    const path = waiting.shift();
    await person.go(path);
    const links = await person.page.locator('main a[href]').evaluateAll(all => all.map(link => new URL(link.getAttribute('href'), document.baseURI).href));
    for (const link of links.map(href => new URL(href)).filter(link => link.origin === new URL(person.address).origin)) {
      const { pathname } = link;
      if (!/^\/(goods|recalls|inspections|serial-keys|l)(\/|$)/.test(pathname) || /\.[a-z]+$|\/photo/.test(pathname)) continue;
      if (known.has(shape(pathname))) continue;
      known.add(shape(pathname));
      waiting.push(pathname);
    }
    yield shape(new URL(path, person.address).pathname);
  }
}

for (const database of databases) {
  describe(`goods on ${database}`, () => {
    const { meet, visit, at } = province(database);
    const there = {};
    /** A request as a scanner or another machine sends it: no cookies, no redirects followed. */
    const ask = (path, headers = {}) => fetch(at(path), { redirect: 'manual', headers });
    /** Where a code leads: the path of the page behind it. */
    const led = async path => {
      const answer = await ask(path);
      assert.equal(answer.status, 307, path);
      return at(answer.headers.get('location'));
    };
    /** An entry of the logbook on the page that has these words. */
    const entry = (person, ...words) => words.reduce((rows, word) => rows.filter({ hasText: word }), person.page.locator('main .row')).first();

    test('a batch of Sa Đéc Tửu is logged from a phone, each entry like the last in at most five taps', async () => {
      const maker = await meet('tantay', { width: 360 });
      let taps = 0;
      const tap = async target => {
        taps += 1;
        await target.click();
      };
      const onward = async target => {
        await Promise.all([maker.page.waitForNavigation(), tap(target)]);
      };
      await maker.go('/inbox');
      await tap(maker.page.locator('details.burger summary'));
      await onward(maker.page.locator('details.burger').getByRole('link', { name: 'Sổ ghi lô' }));
      there.book = new URL(maker.page.url()).pathname;
      await maker.isWell(picture('logbook', 360));
      for (const [kind, ...words] of [['Mua vào', 'Gạo nếp'], ['Chế biến', 'Rượu nếp'], ['Đóng gói', 'Sa Đéc Tửu', 'Rượu nếp']]) {
        await onward(entry(maker, kind, ...words).getByRole('link', { name: /^Ghi lại như lần này/ }));
        await maker.isWell(picture(`log-${kind.toLowerCase().replaceAll(' ', '-')}`, 360));
        await onward(maker.page.getByRole('button', { name: 'Lưu' }));
        assert.equal(await maker.page.locator('.govuk-error-summary').count(), 0, await maker.text());
        await maker.sees('Đã ghi.');
        assert.ok(taps <= 5, `${kind}: ${taps} taps`);
        taps = 0;
      }
      const packed = entry(maker, 'Đóng gói', 'Sa Đéc Tửu');
      [, there.lot] = (await packed.innerText()).match(/Sa Đéc Tửu, lô (\S+?):/);
      await maker.leave();
    });

    for (const width of [360, 1280])
      test(`labels with serials are printed of it at ${width} px`, async () => {
        const maker = await meet('tantay', { width });
        await maker.go(there.book);
        await maker.follow(new RegExp(`^Sa Đéc Tửu, lô ${there.lot}$`));
        await maker.isWell(picture('lot', width));
        there.lotPage = new URL(maker.page.url()).pathname;
        await maker.follow('In nhãn');
        await maker.fill({ stock: 'a4-24', parts: ['serials', 'address', 'phone'], count: '30' });
        await maker.send('/labels');
        await maker.sees('Đã tạo nhãn', 'có số riêng');
        await maker.isWell(picture('labels', width));
        const href = name => maker.page.getByRole('link', { name }).first().getAttribute('href');
        const pdf = await maker.fetch(await href('PDF'));
        assert.equal(pdf.type, 'application/pdf');
        assert.ok(pdf.bytes.length > 10_000 && pdf.bytes.subarray(0, 5).equals(Buffer.from('%PDF-')), 'a PDF with something in it');
        const csv = String((await maker.fetch(await href('Danh sách mã (CSV)'))).bytes);
        const lines = csv.trim().split('\r\n').slice(1).map(line => line.split(','));
        assert.equal(lines.length, 30);
        there.codes = lines.map(([, serial, link]) => ({ serial, path: new URL(link).pathname }));
        await maker.leave();
      });

    test('whoever scans a label reads the verdict and the way of the lot', async () => {
      const [{ path }] = there.codes;
      const buyer = await visit({ width: 360 });
      await buyer.go((await led(path)).pathname);
      assert.match(await buyer.page.locator('h1').innerText(), /Có ghi nguồn gốc/);
      await buyer.sees('Sa Đéc Tửu', `Lô ${there.lot}`, 'quét lần đầu', 'Mua vào', 'Chế biến', 'Đóng gói', 'QCVN 6-3:2010/BYT');
      await buyer.isWell(picture('scan', 360));
      await buyer.page.reload();
      await buyer.sees('đã quét 1 lần');
      await buyer.leave();
    });

    test('a code that was made up and one that was copied are told apart', async () => {
      const [, { serial, path }, copied] = there.codes;
      const last = serial.at(-1) === '7' ? '8' : '7';
      const buyer = await visit({ width: 360 });
      await buyer.go((await led(path.replace(serial, serial.slice(0, -1) + last))).pathname);
      assert.match(await buyer.page.locator('h1').innerText(), /không phải của chúng tôi/);
      await buyer.isWell(picture('forged', 360));
      const page = (await led(copied.path)).pathname;
      for (let n = 1; n < devices; n += 1) assert.equal((await ask(page)).status, 200);
      await buyer.go(page);
      assert.match(await buyer.page.locator('h1').innerText(), /sao chép/);
      await buyer.sees(`${devices} máy khác nhau`);
      await buyer.isWell(picture('copied', 360));
      await buyer.leave();
    });

    test('the owner of a lot of rice practises its recall, and nobody outside sees it', async () => {
      const owner = await meet('dongsen', { width: 360 });
      await owner.go('/goods');
      await owner.follow(/^Gạo thơm nguyên liệu, lô GX260928$/);
      there.rice = new URL(owner.page.url()).pathname;
      await owner.follow('Từ đâu tới');
      await owner.follow('Đi đâu');
      await owner.sees('Sa Đéc Tửu', 'Hủ tiếu khô Bà Nhì', 'Bánh tráng sữa Ba Sang');
      await owner.isWell(picture('way', 360));
      await owner.go(there.rice);
      await owner.follow('Thu hồi');
      await owner.sees('Sẽ gồm 10 lô');
      await owner.isWell(picture('recall-form', 360));
      await owner.fill({ reason: 'Diễn tập quý 4', drill: ['yes'] });
      await owner.send('/recall');
      await owner.sees('Đây là diễn tập', '5 nơi nhận, đã báo 0');
      const drill = new URL(owner.page.url()).pathname;
      there.page = (await led(`${spirit}/10/${lot}`)).pathname;
      const buyer = await visit({ width: 360, scripts: false });
      await buyer.go(there.page);
      assert.match(await buyer.page.locator('h1').innerText(), /Có ghi nguồn gốc/);
      await buyer.leave();
      await owner.fill({ kind: 'closed', outcome: 'Xong trong 4 phút' });
      await owner.send('/end');
      await owner.go(drill);
      await owner.sees('Xong trong 4 phút');
      await owner.leave();
    });

    test('the recall reaches three processors, the market and the shops, and they answer without an account', async () => {
      const owner = await meet('dongsen');
      await owner.go(there.rice);
      await owner.follow('Thu hồi');
      await owner.fill({ reason: 'Kiểm nghiệm thấy dư lượng vượt mức cho phép' });
      await owner.isWell(picture('recall-form', 1280));
      await owner.send('/recall');
      there.recall = new URL(owner.page.url()).pathname;
      // the page behind the code warns in the same second
      const buyer = await visit({ width: 360, scripts: false });
      await buyer.go(there.page);
      assert.match(await buyer.page.locator('h1').innerText(), /Đang bị thu hồi/);
      await buyer.sees('dư lượng vượt mức');
      await buyer.isWell(picture('recalled', 360));
      await owner.sees('còn 2', '5 nơi nhận, đã báo 0', 'HTX nông nghiệp Tân Tây', 'Cơ sở Bến Sen', 'Lò hủ tiếu Bà Nhì', 'Chợ Sa Đéc, sạp Hai Mai');
      assert.doesNotMatch(await owner.text(), /Cửa hàng đặc sản/, 'whom the processors deliver to is theirs');
      await tell(owner);
      await owner.sees('5 nơi nhận, đã báo 5');
      await owner.isWell(picture('recall', 1280));
      assert.equal((await owner.fetch(`${there.recall}/notice.pdf`)).type, 'application/pdf');
      const market = entry(owner, 'Chợ Sa Đéc').getByRole('link');
      const notice = await market.getAttribute('href');
      // the market answers from a phone, without an account and without scripts
      await buyer.go(notice);
      await buyer.sees('Việc cần làm ngay', 'Ngừng bán');
      await buyer.fill({ held: '12 túi' });
      await buyer.isWell(picture('notice', 360));
      await Promise.all([buyer.page.waitForNavigation(), buyer.page.getByRole('button', { name: 'Tôi đã biết' }).click()]);
      await buyer.sees('Đã trả lời');
      await owner.go(there.recall);
      await owner.sees('đã trả lời 1', '12 túi');
      await buyer.leave();
      // each processor finds the recall and tells its own receivers, from a phone; for one the officer of its commune does
      for (const [login, count, shop] of [['bensen', 3, 'Bánh tráng sữa Ba Sang'], ['tantay', 2, 'Cửa hàng đặc sản Sen Hồng'], ['dung', 5, 'Quán hủ tiếu Cô Năm']]) {
        const processor = await meet(login, { width: 360 });
        await processor.go('/recalls');
        await processor.follow(/^Thu hồi Gạo thơm nguyên liệu/);
        await processor.sees(shop);
        await processor.sees(`${count} nơi nhận`);
        await tell(processor);
        await processor.sees(`đã báo ${count}`);
        await processor.isWell(picture(`recall-${login}`, 360));
        await processor.leave();
      }
      const inspector = await meet('thanhtra');
      await inspector.go(there.recall);
      await inspector.sees('14 nơi nhận', 'đã trả lời 1', 'HTX nông nghiệp Tân Tây giao');
      await inspector.isWell(picture('recall-inspector', 1280));
      const list = String((await inspector.fetch(`${there.recall}/receivers.csv`)).bytes);
      assert.equal(list.trim().split('\n').length, 15);
      await inspector.leave();
      // it is lifted, and the page says so at once by warning no longer
      await owner.fill({ kind: 'lifted', outcome: 'Kiểm lại mẫu lưu: đạt' });
      await owner.send('/end');
      const after = await visit({ width: 360 });
      await after.go(there.page);
      assert.match(await after.page.locator('h1').innerText(), /Có ghi nguồn gốc/);
      await after.leave();
      await owner.leave();
    });

    test('an officer logs for a household, and everybody can see that', async () => {
      const officer = await meet('van', { width: 360 });
      await officer.go('/goods');
      await officer.isWell(picture('logbooks', 360));
      await officer.follow('Trà hoa Tây Quy');
      assert.match(await officer.page.locator('.behalf').innerText(), /Trà hoa Tây Quy/);
      await officer.follow('Thu hoạch');
      assert.match(await officer.page.locator('.behalf').innerText(), /Trà hoa Tây Quy/);
      await officer.page.selectOption('main [name=item]', { label: 'Hoa cúc tươi' });
      await officer.fill({ quantity: '190' });
      await officer.isWell(picture('behalf', 360));
      await officer.send('/log/harvest');
      await Promise.all([officer.page.waitForNavigation(), officer.page.locator('main .row h3 a').first().click()]);
      await officer.sees('Lê Hồng Vân', 'Hoa cúc tươi', '190');
      await officer.isWell(picture('entry', 360));
      // what was wrong is said to be wrong, and stays in sight
      await officer.fill({ reason: 'Cân lại được 180 kg' });
      await officer.send('/withdraw');
      await officer.sees('Đã rút');
      await officer.leave();
    });

    test('an entry is logged without scripts, and what looks wrong is asked about', async () => {
      const grower = await meet('hoahong', { width: 360, scripts: false });
      await grower.go('/goods');
      await grower.follow('Bán lẻ');
      const field = grower.page.locator('main [name^="of:"]').first();
      const name = await field.getAttribute('name');
      await grower.fill({ [name]: '100000' });
      await grower.post('/log/sell');
      await grower.sees('Sửa số lượng, hoặc đánh dấu ô này');
      await grower.isWell(picture('doubted', 360));
      await grower.fill({ [name]: '1' });
      await grower.send('/log/sell');
      await grower.sees('Đã ghi.');
      await grower.leave();
    });

    test('a maker who reads English adds a field, logs a purchase from it and finds it in the list', async () => {
      const maker = await meet('tantay');
      await maker.go('/inbox?lang=en');
      await maker.follow('Lot books');
      await maker.isWell(picture('english-logbook', 1280));
      await maker.follow(/^Buy in$/);
      assert.equal(await maker.page.getAttribute('html', 'lang'), 'en');
      await maker.sees('Goods', 'Lot number', 'How much', 'Name of someone new');
      assert.doesNotMatch(await maker.text(), /Số lượng|Ghi chú|Thôi, quay lại/);
      await maker.fill({ item: 'new', item_name: 'Sticky rice', quantity: 'plenty', unit: 'KGM', partner_name: 'Mekong Mill', site_name: 'Rice store' });
      await maker.post('/log/buy');
      await maker.sees('Error:', 'Enter a number');
      assert.equal(await maker.page.locator('main [name=item_name]').inputValue(), 'Sticky rice');
      assert.equal(await maker.page.locator('main [name=site_name]').inputValue(), 'Rice store');
      await maker.isWell(picture('english-refused', 1280));
      await maker.fill({ quantity: '120' });
      await maker.send('/log/buy');
      await maker.sees('Logged.');
      const bought = entry(maker, 'Bought in', 'Sticky rice');
      assert.match(await bought.innerText(), /Sticky rice, lot \S+: 120\s*kg/);
      await Promise.all([maker.page.waitForNavigation(), bought.locator('h3 a').click()]);
      await maker.sees('Bought in', 'Sticky rice', 'Mekong Mill', 'Rice store');
      await maker.isWell(picture('english-entry', 1280));
      await maker.leave();
    });

    for (const width of [360, 1280])
      test(`the page behind a code reads well in English at ${width} px`, async () => {
        for (const scripts of [true, false]) {
          const reader = await visit({ lang: 'en', width, scripts });
          await reader.go(there.page);
          assert.equal(await reader.page.getAttribute('html', 'lang'), 'en');
          await reader.sees('Sa Đéc Tửu', `Lot ${lot}`);
          assert.doesNotMatch(await reader.text(), /Chế biến|Đóng gói/);
          await reader.isWell(picture(`english${scripts ? '' : '-plain'}`, width));
          await reader.leave();
        }
        const size = (await (await ask(there.page)).text()).length;
        assert.ok(size < 60_000, `${size} bytes`);
      });

    // as the pages of the spine: what a page looks like does not depend on the database
    for (const [lang, width] of database === 'sqlite' ? [['vi', 360], ['vi', 1280], ['en', 1280]] : [])
      test(`every page of goods reads well in ${lang} at ${width} px`, async () => {
        const known = new Set();
        for (const [login, start] of Object.entries({ tantay: '/goods', van: '/goods/overview', thanhtra: '/inspections', quantri: '/serial-keys' })) {
          const person = await meet(login, { lang, width });
          for await (const page of pagesFrom(person, `${start}?lang=${lang}`, known))
            await person.isWell(picture(`all-${login}${page.replaceAll(/[^a-z0-9]+/gi, '-')}-${lang}`, width));
          await person.leave();
        }
        assert.ok(known.size > 30, [...known].join(' '));
      });

    test('machines find everything from the code', async () => {
      const answer = await ask(`${spirit}/10/${lot}`);
      assert.equal(answer.status, 307);
      assert.match(answer.headers.get('location'), /\/l\/[0-9A-Z]+\/ST261008$/);
      assert.match(answer.headers.get('link'), /rel="?linkset/);
      const linkset = await ask(`${spirit}/10/${lot}`, { accept: 'application/linkset+json' });
      assert.equal(linkset.status, 200);
      assert.equal(linkset.headers.get('access-control-allow-origin'), '*');
      const { linkset: levels } = await linkset.json();
      assert.ok(levels[0].anchor.endsWith(`${spirit}/10/${lot}`), levels[0].anchor);
      assert.ok(levels[0]['https://ref.gs1.org/voc/traceability'][0].href.includes('/l/'));
      assert.equal((await ask(`${spirit.slice(0, -1)}2/10/${lot}`)).status, 400, 'a check digit that is wrong');
      assert.equal((await ask('/01/08930000009999')).status, 404, 'goods of nobody here');
      assert.equal((await ask('/.well-known/gs1resolver')).status, 200);
      // the same list, for people
      const reader = await visit({ width: 360 });
      await reader.go(`${spirit}/10/${lot}?linkType=linkset`);
      await reader.sees('Sa Đéc Tửu');
      await reader.isWell(picture('linkset', 360));
      await reader.leave();
    });

    test('a maker leaves with its codes: another resolver answers, and it may come back', async () => {
      const maker = await meet('tantay', { width: 360 });
      await maker.go(there.book);
      await maker.follow('Hàng và nguyên liệu');
      await maker.isWell(picture('items', 360));
      await maker.follow(/^Đường dẫn của mã.*Sa Đéc Tửu/);
      await maker.isWell(picture('links', 360));
      const links = new URL(maker.page.url()).pathname;
      await maker.follow('Giao cho nơi khác trả lời');
      await maker.fill({ resolver_root: 'https://id.tantay.example', understood: ['yes'] });
      await maker.isWell(picture('handover', 360));
      await maker.send('/handover');
      await maker.sees('Đã giao cho nơi khác trả lời', 'https://id.tantay.example');
      await maker.isWell(picture('handed-over', 360));
      for (const path of [`${spirit}/10/${lot}`, there.codes[3].path]) assert.equal((await led(path)).href, `https://id.tantay.example${path}`);
      await maker.go(links);
      await maker.post('/handover/end');
      await maker.sees('Sen trả lời như cũ');
      assert.equal((await led(`${spirit}/10/${lot}`)).pathname, there.page);
      await maker.leave();
    });
  });
}

/** Ticks every receiver who was not told, and says that they were called. */
async function tell(person) {
  for (const box of await person.page.locator('main [name=partner]').all()) await box.check({ force: true });
  await person.fill({ how: 'phone' });
  await person.send('/tell');
}
