// Scenes on the demo province: an outlier and the second round, certificates that ended, communes that merged, acting for
// a producer, and every main page in both languages, at both widths, with and without scripts.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pictures, province } from './demo.mjs';
import { databases } from './program.mjs';

const picture = pictures('demo');

for (const database of databases) {
  describe(`the demo province on ${database}`, () => {
    const { meet, visit } = province(database);
    /** The address of a product's certificate behind the QR, newest first. */
    const code = async (inspector, product) => {
      await inspector.go(`/certificates?q=${encodeURIComponent(product)}`);
      await inspector.enter(product);
      return inspector.page.locator('a[href^="/c/"]').first().getAttribute('href');
    };

    test('fourteen points away: the second round asks only what differs, and both rounds are kept', async () => {
      const product = 'Trải nghiệm một ngày ở Xóm Hoa';
      const outlier = await meet('hd05');
      await outlier.go('/inbox');
      await outlier.follow(product);
      const ballot = new URL(outlier.page.url()).pathname;
      const matter = ballot.replace('/ballots/', '/cases/');
      await outlier.sees('Lần chấm 2');
      assert.doesNotMatch(await outlier.text(), /^1\.1\. /m, 'what everyone agreed on is not asked again');
      // no network: what was chosen stays in sight and goes out later
      await outlier.go(`${ballot}/14`);
      await outlier.page.context().setOffline(true);
      await outlier.page.locator('main [name=points][value="2"]').check({ force: true });
      await outlier.page.keyboard.press('Enter');
      await outlier.page.getByText('chưa gửi').first().waitFor();
      await outlier.page.context().setOffline(false);
      await outlier.page.waitForFunction(() => !Object.values(localStorage).some(kept => kept.includes('/ballots/')), undefined, { timeout: 40_000 });
      await outlier.go(ballot);
      await outlier.isWell(picture('second-round', 1280));
      for (const [criterion, points] of [['7', 2], ['8', 3], ['11', 2], ['12', 2], ['16', 2], ['4.5', 2]]) {
        await outlier.go(`${ballot}/${criterion}`);
        await outlier.page.locator(`main [name=points][value="${points}"]`).check({ force: true });
        await Promise.all([outlier.page.waitForNavigation(), outlier.page.keyboard.press('Enter')]);
      }
      await outlier.go(ballot);
      await outlier.send(ballot);
      await outlier.leave();

      const secretary = await meet('thuky');
      await secretary.go(matter);
      // who is still to hand in is named; their marks are not
      await secretary.post('/close');
      await secretary.sees(/Chưa nộp phiếu: .+/);
      for (const login of ['chutich', 'hd03', 'hd04', 'hd06', 'hd08', 'hd10', 'hd11', 'hd12']) {
        const member = await meet(login);
        await member.go(ballot);
        await member.send(ballot);
        await member.leave();
      }
      await secretary.go(matter);
      await secretary.send('/close');
      await secretary.leave();

      const chair = await meet('chutich');
      await chair.go(matter);
      await chair.send('/release');
      await chair.sees('4 sao', /chênh lệch \d, cho phép 10/);
      // the first round's totals stand beside the second's
      await chair.sees(/Huỳnh Nhật Minh\s+58\s+66/);
      await chair.isWell(picture('second-round-result', 1280));
      await chair.leave();
    });

    test('a certificate that ended, was suspended or revoked says so first', async () => {
      const inspector = await meet('thanhtra');
      for (const [product, vi, en] of [
        ['Cá bảy màu Sa Đéc', 'Đã hết hạn', 'Expired'],
        ['Bánh phồng tôm Tư Huệ', 'Đã bị thu hồi', 'Revoked'],
        ['Một ngày ở Homestay Vườn Hồng', 'Đang bị đình chỉ', 'Suspended'],
      ]) {
        const address = await code(inspector, product);
        for (const [lang, words] of [['vi', vi], ['en', en]]) {
          const visitor = await visit({ lang, width: 360, scripts: false });
          await visitor.go(address);
          const [first] = (await visitor.text()).split('\n').filter(Boolean);
          assert.match(await visitor.page.locator('h1').innerText(), new RegExp(words, 'i'), first);
          await visitor.isWell(picture(`scan-${words.toLowerCase().replaceAll(' ', '-')}`, 360));
          await visitor.leave();
        }
        // what no longer holds a star is not shown among the products
        const visitor = await visit();
        await visitor.go(`/products?q=${encodeURIComponent(product)}`);
        assert.equal(await visitor.page.locator('main a[href^="/products/"]').count(), 0, product);
        await visitor.leave();
      }
      await inspector.leave();
      const typed = await visit({ width: 360 });
      await typed.go('/lookup');
      await typed.fill({ code: '00000-00000' });
      await typed.page.locator('main form button').first().click();
      await typed.page.waitForLoadState();
      await typed.isWell(picture('lookup-unknown', 360));
      await typed.leave();
    });

    test('two communes became a ward: the old name finds, the record keeps it, the ward of today serves', async () => {
      const van = await meet('van');
      await van.go('/places?q=tan+quy+tay');
      await van.sees('phường Sa Đéc', /xã Tân Quy Tây đến/);
      await van.go('/register/products?q=tra+hoa+cuc');
      await van.enter('Trà hoa cúc Tây Quy');
      await van.sees('xã Tân Quy Tây', 'phường Sa Đéc');
      await van.isWell(picture('merged-product', 1280));
      await van.leave();
      const inspector = await meet('thanhtra');
      const visitor = await visit({ width: 360 });
      await visitor.go(await code(inspector, 'Lan Denro Gió Sông'));
      await visitor.sees('phường Tân Quy Đông, thành phố Sa Đéc', 'phường Sa Đéc, tỉnh Đồng Tháp', 'từ 01/07/2025');
      await visitor.go('/products?q=tan+quy+dong');
      await visitor.sees('Lan Denro Gió Sông');
      await visitor.leave();
      await inspector.leave();
    });

    test('a volunteer acts for a household without an account, and everyone can see it', async () => {
      const volunteer = await meet('mytran', { width: 360 });
      await volunteer.go('/inbox');
      await volunteer.follow('Làm tiếp hồ sơ: Khu vui chơi miệt vườn');
      assert.match(await volunteer.page.locator('.behalf').innerText(), /Happy Land Hùng Thy/);
      await volunteer.choose('3.3', 2);
      await volunteer.saved();
      await volunteer.isWell(picture('behalf', 360));
      const dossier = new URL(volunteer.page.url()).pathname;
      await volunteer.leave();
      // the officer of the ward reads in the record's history who did it, and for whom
      const officer = await meet('van');
      await officer.go('/register/producers?q=happy+land');
      await officer.enter('Happy Land Hùng Thy');
      await officer.sees('Trần Thị Mỹ');
      await officer.leave();
      // without a consent of this producer the same volunteer's colleague finds nothing
      const other = await meet('khang');
      assert.equal((await other.fetch(dossier)).status, 404);
      await other.leave();
    });

    // what a page looks like does not depend on the database: all four looks on one, one on the other
    for (const lang of database === 'sqlite' ? ['vi', 'en'] : ['en'])
      for (const width of database === 'sqlite' ? [360, 1280] : [360])
        test(`every main page reads well in ${lang} at ${width} px`, async () => {
          for (const [login, paths] of Object.entries(pages)) {
            const person = login === 'visitor' ? await visit({ lang, width }) : await meet(login, { lang, width });
            for (const path of paths) {
              await person.go(path.includes('?') ? `${path}&lang=${lang}` : `${path}?lang=${lang}`);
              assert.equal(await person.page.getAttribute('html', 'lang'), lang, path);
              await person.isWell(picture(`${login}${path.replaceAll(/[^a-z0-9]+/gi, '-')}-${lang}`, width));
              // one step further, into the first record of a list
              const into = person.page.locator('main tbody a, main .rows h3 a, main .grid a').first();
              if (await into.count()) {
                await person.go(await into.getAttribute('href'));
                await person.isWell(picture(`${login}${path.replaceAll(/[^a-z0-9]+/gi, '-')}-one-${lang}`, width));
              }
            }
            await person.leave();
          }
        });

    test('the commune works without scripts', async () => {
      const van = await meet('van', { scripts: false, width: 360 });
      await van.go('/inbox');
      await van.follow(/Kiểm tra hồ sơ: Sa Đéc Tửu|Sa Đéc Tửu/);
      await van.fill({ 'found-0': '82 % gạo của 40 hộ trong phường' });
      await van.send('/screen');
      assert.equal(await van.page.inputValue('[name=found-0]'), '82 % gạo của 40 hộ trong phường');
      await van.leave();
      const owner = await meet('bensen', { scripts: false });
      await owner.go('/dossiers');
      await owner.isWell(picture('without-scripts', 1280));
      await owner.leave();
    });
  });
}

/** The main pages of each role. */
const pages = {
  visitor: ['/', '/products', '/producers', '/lookup', '/data'],
  van: ['/inbox', '/register/producers', '/register/products', '/places', '/dossiers', '/certificates', '/me'],
  tantay: ['/inbox', '/dossiers', '/certificates'],
  thuky: ['/inbox', '/councils'],
  hd05: ['/inbox'],
  lanhdao: ['/inbox', '/dossiers'],
  quantri: ['/accounts', '/keys', '/journal', '/accounts/new'],
};
