// The whole of Sa Đéc Tửu by its actors: from an empty installation to the scan of its certificate.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { file, photo } from './paper.mjs';
import { Person, launch } from './person.mjs';
import { databases, install } from './program.mjs';

const out = join(import.meta.dirname, 'out');
mkdirSync(out, { recursive: true });
const lists = join(import.meta.dirname, '..', 'demo', 'places');
const product = 'Sa Đéc Tửu';
/** The producer's own marks: 71 points; label, trademark and story are short of four stars. */
const own = {
  1.1: 4, 1.2: 3, 1.3: 2, 1.4: 3, 1.5: 2, 1.6: 1, 2.1: 4, 2.2: 2, 2.3: 2, 2.4: 0, 3.1: 3, 3.2: 0, 3.3: 3, 3.4: 2, 3.5: 1,
  4.1: 3, 4.2: 2, 4.3: 3, 5.1: 3, 5.2: 1, 5.3: 3, 6.1: 2, 6.2: 3, 6.3: 3, 6.4: 3, 7: 3, 8: 4, 9: 3, 10: 3,
};
/** Twelve members and the chair. */
const members = Array.from({ length: 12 }, (_, n) => `thanhvien${String(n + 1).padStart(2, '0')}`);
const staff = {
  van: ['officer', '29905', 'Lê Hồng Vân'],
  trang: ['officer', '82', 'Phạm Thu Trang'],
  tram: ['advisory', '82', 'Nguyễn Ngọc Trâm'],
  thuy: ['secretary', '82', 'Nguyễn Thanh Thúy'],
  tri: ['chair', '82', 'Trần Minh Trí'],
  thanh: ['leader', '82', 'Đinh Công Thành'],
  quantri: ['administrator', '82', 'Trần Quản Trị'],
  ...Object.fromEntries(members.map((login, n) => [login, ['council-member', '82', `Thành viên ${String(n + 1).padStart(2, '0')}`]])),
};

for (const database of databases) {
  describe(`${product}, from the register to the scan, on ${database}`, () => {
    let house, program, browser;
    const secrets = {};
    const there = {};
    const picture = (name, width = 1280) => join(out, `${name}-${width}.png`);
    const meet = async (login, options) => {
      const person = await Person.arrive(browser, program.address, options);
      await person.signIn(login, secrets[login]);
      delete secrets[login];
      return person;
    };

    before(async () => {
      house = install(database);
      for (const list of ['units', 'mergers', 'former']) house.sen('places', 'import', join(lists, `${list}.csv`), '--on', '2025-07-01');
      for (const [login, [role, place, name]] of Object.entries(staff)) {
        const said = house.sen('user', 'add', '--role', role, '--place', place, '--name', name, '--login', login);
        secrets[login] = said.trim().split('\n').pop();
      }
      program = await house.serve();
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      await program?.stop();
      assert.match(house.sen('journal', 'verify'), /\d/);
      house.remove();
    });

    test('the officer registers the cooperative under the old name of its commune, and the product', async () => {
      const van = await meet('van');
      await van.go('/register/producers');
      await van.isWell(picture('producers'));
      await van.follow('Thêm chủ thể');
      // nothing typed is lost when a field is wrong
      await van.fill({ name: 'HTX nông nghiệp Tân Tây', place: 'Tân Quy Tây', phone: 'gọi anh Tửu' });
      await van.post();
      await van.sees(/Số chỗ cần sửa/);
      await van.sees(/Loại chủ thể: Điền mục này/);
      assert.equal(await van.page.inputValue('[name=name]'), 'HTX nông nghiệp Tân Tây');
      await van.isWell(picture('producer-refused'));
      await van.fill({
        kind: 'cooperative', registration_number: '5107000001', registered_by: 'Phòng Tài chính – Kế hoạch thành phố Sa Đéc',
        address: 'Khóm Tân Huề', phone: '0900 000 201', representative_name: 'Lê Văn Tửu', representative_title: 'Giám đốc',
        representative_sex: 'male', representative_ethnicity: 'Kinh', representative_disability: 'no',
      });
      await van.fillDay('registered_on', '2019-03-12');
      await van.send();
      await van.sees('Đã thêm chủ thể', 'phường Sa Đéc, tỉnh Đồng Tháp');
      await van.isWell(picture('producer'));
      await van.follow('Thêm sản phẩm');
      await van.fill({ name: product, set_number: '14', unit: 'chai 500 ml', story: 'Nghề nấu rượu của làng bột Sa Đéc.' });
      await van.send();
      await van.isWell(picture('product'));
      // a photo as a telephone takes it, some megabytes
      await van.fill({ caption: 'Chai Sa Đéc Tửu', photos: { name: 'chai.png', mimeType: 'image/png', buffer: photo(1100) } });
      await van.sendWith('photos');
      await van.sees('Chai Sa Đéc Tửu');
      // search that needs no accents
      await van.go('/register/products?q=sa+dec+tuu');
      await van.sees(product);
      await van.leave();
    });

    test('the administrator opens the account of its owner', async () => {
      const admin = await meet('quantri');
      await admin.go('/accounts/new');
      await admin.fill({ name: 'Lê Văn Tửu', login: 'chutuu', phone: '0900 000 201' });
      await admin.send();
      [, secrets.chutuu] = await admin.page.locator('main b').allInnerTexts();
      await admin.follow('Giao vai trò');
      await admin.fill({ role: 'owner', q: 'tan tay' });
      await admin.ask();
      await admin.page.locator('main [name=scope]').first().check({ force: true });
      await admin.send('/roles');
      await admin.sees('Chủ cơ sở', 'HTX nông nghiệp Tân Tây');
      await admin.isWell(picture('account'));
      await admin.leave();
    });

    test('the owner fills the self-assessment on a phone, with the verdict of today beside it', async () => {
      const owner = await meet('chutuu', { width: 360 });
      await owner.go('/dossiers/new');
      await owner.fill({ kind: 'first', product: { label: `${product} · HTX nông nghiệp Tân Tây` } });
      await owner.send();
      there.dossier = `/dossiers/${owner.key('dossiers')}`;
      for (const [criterion, points] of Object.entries(own)) {
        if (points) await owner.choose(criterion, points);
      }
      await owner.choose('2.4', 0);
      await owner.choose('3.2', 0);
      await owner.saved();
      const verdict = owner.page.locator('[data-live=verdict]');
      await verdict.getByText('71', { exact: true }).first().waitFor();
      assert.match(await verdict.innerText(), /3 sao/);
      await owner.isWell(picture('self-assessment', 360));
      await owner.page.setViewportSize({ width: 1280, height: 800 });
      await owner.isWell(picture('self-assessment'));
      await owner.leave();
    });

    test('evidence is taken in once and cited; a file that is no paper is refused with what was typed kept', async () => {
      const owner = await meet('chutuu');
      await owner.go(`${there.dossier}/cite?criterion=1.1`);
      await owner.follow('Gửi tài liệu mới');
      await owner.fill({ title: 'Hợp đồng mua gạo', file: { name: 'gạo.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<script>alert(1)</script>') } });
      await owner.post();
      await owner.sees(/Số chỗ cần sửa/);
      assert.equal(await owner.page.inputValue('[name=title]'), 'Hợp đồng mua gạo');
      await owner.fill({ file: file('hop-dong.pdf', 'Hop dong mua gao') });
      await owner.send();
      await owner.fill({ first_page: '1' });
      await owner.send();
      await owner.page.locator('summary', { hasText: 'Nguồn nguyên liệu' }).click();
      await owner.sees('Hợp đồng mua gạo');
      await owner.go(`${there.dossier}/procedure`);
      await owner.send('/submit');
      await owner.sees('Đã nộp hồ sơ', /Hạn \d/);
      await owner.isWell(picture('procedure'));
      const form = await owner.fetch(`${there.dossier}/forms/02.pdf`);
      assert.equal(form.type, 'application/pdf');
      await owner.leave();
    });

    test('the commune screens four matters and sends it up; the province takes it; the advisory team reports', async () => {
      const van = await meet('van');
      await van.go('/inbox');
      await van.isWell(picture('inbox'));
      await van.follow(/Kiểm tra/);
      await van.send('/receive');
      await van.fill({ 'found-0': '82 % gạo của 40 hộ trong phường', 'found-1': '19 lao động, 17 người trong phường', 'found-2': 'Nghề nấu rượu của làng bột', 'found-3': 'Câu chuyện gắn với làng bột Sa Đéc' });
      await van.send('/screen');
      await van.fill({ number: '12', signer: 'Võ Thị Bình', samples: '3' });
      await van.send('/forward');
      await van.sees('Tỉnh tiếp nhận');
      await van.leave();

      const trang = await meet('trang');
      await trang.go('/inbox');
      await trang.follow(/Tiếp nhận/);
      await trang.send('/accept');
      await trang.leave();

      const tram = await meet('tram');
      await tram.go('/inbox');
      await tram.follow(/Thẩm tra/);
      await tram.fill({ kind: 'visit', criterion: '1.1', body: 'Xem kho gạo và hợp đồng' });
      await tram.send('/advice');
      // a visit that is still owed stands in the way, in words
      await tram.fill({ report: 'Đủ điều kiện trình Hội đồng.' });
      await tram.post('/report');
      await tram.sees(/chưa ghi kết quả/);
      await tram.fill({ outcome: 'Kho 40 tấn, đủ hợp đồng.' });
      await tram.sendWith('outcome');
      await tram.fill({ report: 'Đủ điều kiện trình Hội đồng.' });
      await tram.send('/report');
      await tram.sees('Chờ Hội đồng');
      await tram.leave();
    });

    test('the secretary convenes a council of thirteen', async () => {
      const thuy = await meet('thuy');
      await thuy.go('/councils/new');
      await thuy.fill({ place: { label: 'tỉnh Đồng Tháp' }, level: 'province', name: 'Hội đồng đánh giá, phân hạng sản phẩm OCOP tỉnh Đồng Tháp', mandate_number: '1520/QĐ-UBND', mandate_issuer: 'Chủ tịch UBND tỉnh Đồng Tháp' });
      await thuy.fillDay('mandate_on', '2026-10-01');
      await thuy.send();
      const seats = [['tri', 'chair'], [members[0], 'vice-chair'], ...members.slice(1).map(login => [login, 'member']), ['thuy', 'secretary']];
      for (const [login, office] of seats) {
        await thuy.open();
        await thuy.fill({ account: { label: staff[login][2] }, office, title: 'Sở Nông nghiệp và Môi trường', votes: office === 'secretary' ? [] : '1' });
        await thuy.send('/seats');
      }
      await thuy.isWell(picture('council'));
      await thuy.open();
      await thuy.fill({ subject: 'Họp đánh giá đợt 2', venue: 'Phòng họp số 2' });
      await thuy.fillDay('held_on', today());
      await thuy.send('/sittings');
      there.sitting = new URL(thuy.page.url()).pathname;
      await thuy.follow('Thêm sản phẩm');
      await thuy.sees(product);
      await thuy.send();
      await thuy.go(there.sitting);
      // too few are there to open
      await thuy.post('/open');
      await thuy.sees(/cần 1[01]|có mặt/i);
      await thuy.go(there.sitting);
      for (const box of await thuy.page.locator('main [name^=seat-]').all()) await box.check({ force: true });
      await thuy.send('/attendance');
      await thuy.send('/open');
      await thuy.follow(product);
      await thuy.send('/start');
      there.case = thuy.key('cases');
      await thuy.isWell(picture('case'));
      await thuy.leave();
    });

    test('a member marks by keyboard, criterion by criterion, the cited page beside it', async () => {
      const member = await meet(members[0]);
      await member.go('/inbox');
      await member.follow(/Chấm/);
      await member.isWell(picture('ballot-overview'));
      await member.follow('Chấm tiếp');
      await member.isWell(picture('ballot'));
      for (let marked = 0; marked < Object.keys(own).length; marked += 1) {
        const criterion = decodeURIComponent(member.page.url().split('/').pop());
        await member.page.locator('main [name=points]').first().waitFor({ state: 'attached' });
        await member.page.keyboard.press(String(own[criterion]));
        await Promise.all([member.page.waitForNavigation(), member.page.keyboard.press('Enter')]);
      }
      assert.ok(member.page.url().endsWith(`/ballots/${there.case}`), `all criteria are marked, not ${member.page.url()}`);
      await member.send(`/ballots/${there.case}`);
      await member.sees('Đã nộp phiếu');
      await member.leave();
    });

    test('the others mark; nobody else sees a mark before the release', async () => {
      for (const login of ['tri', ...members.slice(1)]) {
        const member = await meet(login);
        await member.go(`/ballots/${there.case}`);
        await member.markAll(there.case, own);
        await member.go(`/ballots/${there.case}`);
        await member.send(`/ballots/${there.case}`);
        await member.leave();
      }
      const thuy = await meet('thuy');
      await thuy.go(`/cases/${there.case}`);
      assert.doesNotMatch(await thuy.text(), /\b71\b/);
      await thuy.send('/close');
      await thuy.leave();
      const owner = await meet('chutuu');
      assert.equal((await owner.fetch(`${there.dossier}/letter.pdf`)).status, 404);
      await owner.leave();
    });

    test('the chair releases, the leader signs, and every paper is ready', async () => {
      const tri = await meet('tri');
      await tri.go(`/cases/${there.case}`);
      await tri.send('/release');
      await tri.sees('3 sao', 'Điểm trung bình 71', /2\.3.*cần 3 điểm, có 2/);
      await tri.isWell(picture('result'));
      await tri.leave();
      const thuy = await meet('thuy');
      await thuy.go(there.sitting);
      await thuy.send('/close');
      for (const paper of [`${there.sitting}/minutes.pdf`, `${there.sitting}/submission.pdf`, `/cases/${there.case}/ballots.pdf`]) {
        assert.equal((await thuy.fetch(paper)).type, 'application/pdf', paper);
      }
      await thuy.leave();
      const thanh = await meet('thanh');
      await thanh.go('/inbox');
      await thanh.follow(/Ký/);
      await thanh.fill({ number: '1850', signer_name: 'Đinh Công Thành' });
      await thanh.fillDay('signed_on', today());
      await thanh.send();
      await thanh.sees('Quyết định 1850/QĐ-UBND', product, '3 sao');
      await thanh.isWell(picture('decision'));
      assert.equal((await thanh.fetch(`/decisions/${thanh.key('decisions')}/decision.pdf`)).type, 'application/pdf');
      await thanh.leave();
      const owner = await meet('chutuu');
      await owner.go('/inbox');
      await owner.sees(`Đã có kết quả: ${product}`);
      assert.equal((await owner.fetch(`${there.dossier}/letter.pdf`)).type, 'application/pdf');
      await owner.leave();
    });

    test('whoever scans the certificate sees whether it is valid today, in both languages, without scripts', async () => {
      const trang = await meet('trang');
      await trang.appears('/certificates', product);
      await trang.isWell(picture('certificates'));
      await trang.follow(product);
      await trang.isWell(picture('certificate'));
      const [code] = await trang.page.locator('a[href^="/c/"]').evaluateAll(links => links.map(link => link.getAttribute('href')));
      const paper = await trang.fetch(`${new URL(trang.page.url()).pathname}.pdf`);
      assert.equal(paper.type, 'application/pdf');
      await trang.leave();
      for (const [lang, words] of [['vi', 'Còn hiệu lực'], ['en', 'Valid']]) {
        const visitor = await Person.arrive(browser, program.address, { lang, width: 360, scripts: false });
        await visitor.go(code);
        await visitor.sees(words, product, 'HTX nông nghiệp Tân Tây');
        await visitor.isWell(picture(`scan-${lang}`, 360));
        await visitor.leave();
      }
      // the same address answers machines: linked data, and a signed statement that is checked offline
      const linked = await fetch(program.address + code, { headers: { accept: 'application/ld+json' } });
      assert.equal((await linked.json()).hasCertification.certificationStatus, 'https://schema.org/CertificationActive');
      const [statement, keys] = [join(house.data, 'statement.json'), join(house.data, 'keys.json')];
      writeFileSync(statement, await (await fetch(program.address + code, { headers: { accept: 'application/json' } })).text());
      writeFileSync(keys, await (await fetch(`${program.address}/.well-known/sen-keys.json`)).text());
      assert.match(house.verify(statement, keys), /Sa Đéc Tửu/);
      writeFileSync(statement, (await readFile(statement, 'utf8')).replace('"stars":3', '"stars":5'));
      assert.throws(() => house.verify(statement, keys), fault => fault.status === 1, 'an altered star does not verify');
    });
  });
}

/** Today in Vietnam. */
function today() {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
}
