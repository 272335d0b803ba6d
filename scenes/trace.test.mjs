// The event repository: a program sends events with a key, its people see what became of them and ask; on a phone and at
// a desk, with and without scripts.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pictures, province } from './demo.mjs';
import { databases } from './program.mjs';

const picture = pictures('trace');

const lot = 'https://id.gs1.org/01/08930000001023/10/BN-261113';
/** A sale of flour; the second has no time that can be read. */
const sales = {
  '@context': ['https://ref.gs1.org/standards/epcis/epcis-context.jsonld'],
  type: 'EPCISDocument',
  schemaVersion: '2.0',
  creationDate: '2026-11-24T09:00:00+07:00',
  epcisBody: {
    eventList: ['2026-11-24T08:30:00+07:00', 'sáng nay'].map(eventTime => ({
      type: 'ObjectEvent', eventTime, eventTimeZoneOffset: '+07:00', action: 'OBSERVE', bizStep: 'retail_selling',
      quantityList: [{ epcClass: lot, quantity: 3, uom: 'KGM' }],
    })),
  },
};

for (const database of databases) {
  describe(`the event repository on ${database}`, () => {
    let key;
    const { meet, at } = province(database);
    /** A request as a program with a key sends it. */
    const send = (path, body, headers = {}) =>
      fetch(at(path), {
        method: 'POST', body: JSON.stringify(body), headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
      });

    test('an administrator makes a key, and a program sends events with it', async () => {
      const administrator = await meet('quantri');
      await administrator.go('/repository');
      await administrator.sees('Sự kiện truy xuất của mọi bên', 'curl', '$SEN_KEY', '5.000');
      await administrator.isWell(picture('desk-all', 1280));
      await administrator.follow('Khóa API');
      await administrator.fill({ name: 'máy bán hàng', scopes: ['trace:capture', 'trace:query'], login: 'bensen' });
      await administrator.send('/keys');
      key = (await administrator.page.locator('main code').innerText()).trim();
      const taken = await send('/epcis/capture', sales, { 'gs1-capture-error-behaviour': 'proceed' });
      assert.equal(taken.status, 202, await taken.text());
      const named = await send('/epcis/queries', { name: 'bán lẻ tuần này', query: { EQ_bizStep: ['retail_selling', 'shipping'] } });
      assert.equal(named.status, 201, await named.text());
      await administrator.leave();
    });

    for (const width of [360, 1280])
      test(`its people see what came in and what was wrong at ${width} px`, async () => {
        const owner = await meet('bensen', { width });
        await owner.go('/repository');
        await owner.sees('Cơ sở Bến Sen', 'Lần nhận có lỗi');
        await owner.isWell(picture('desk', width));
        await owner.follow('Lần nhận có lỗi');
        await owner.sees('Chỉ lần có lỗi', 'Có lỗi');
        await owner.isWell(picture('jobs', width));
        await owner.page.locator('main tbody a').first().click();
        await owner.page.waitForURL(/jobs\/[0-9a-f-]{36}/);
        await owner.sees('/epcisBody/eventList/1/eventTime', 'sáng nay', 'Ghi các sự kiện đúng');
        await owner.isWell(picture('job', width));
        await owner.leave();
      });

    for (const [width, scripts] of [[360, true], [1280, true], [360, false]])
      test(`a question in a form finds the way of a lot at ${width} px${scripts ? '' : ' without scripts'}`, async () => {
        const name = scripts ? width : `${width}-plain`;
        const owner = await meet('bensen', { width, scripts });
        await owner.go('/repository/events');
        await owner.sees('Bột nếp Bến Sen, túi 1 kg, lô BN-261113', 'Xưởng bột Bến Sen', 'Xuất hàng');
        await owner.isWell(picture('events', name));
        await owner.fill({ item: '(01)08930000001023(10)BN-261113', from: '14/11/2026' });
        await owner.ask();
        await owner.sees('Đóng gói', 'Bán lẻ', 'GET /epcis/events?');
        assert.equal(await owner.page.locator('main tbody tr').count(), 2);
        assert.match(owner.page.url(), /item=.*from=14%2F11%2F2026/);
        await owner.page.locator('main tbody a', { hasText: '14/11/2026' }).click();
        await owner.page.waitForURL(/events\/\d+\/[0-9a-f-]{36}/);
        await owner.sees('Kiện, thùng', 'SSCC', '"type": "AggregationEvent"');
        await owner.isWell(picture('event', name));
        // what does not hold is named, and what was typed stays
        await owner.go(`/repository/events?item=8930000001029&raw=${encodeURIComponent('EQ_bizStap=shipping')}`).catch(() => {});
        await owner.sees('EQ_bizStap', 'Không đọc được mã này');
        assert.equal(await owner.page.inputValue('[name=item]'), '8930000001029');
        await owner.isWell(picture('events-wrong', name));
        await owner.leave();
      });

    test('a named query shows what it asks and finds, to its party alone, and is removed', async () => {
      const other = await meet('tantay');
      await other.go('/repository/queries');
      await other.sees('Chưa có truy vấn nào');
      const owner = await meet('bensen', { width: 360 });
      await owner.go('/repository/queries');
      await owner.isWell(picture('queries', 360));
      await owner.enter('bán lẻ tuần này');
      await owner.sees('EQ_bizStep', 'Bán lẻ', 'Xuất hàng', 'Chưa chương trình nào đăng ký');
      await owner.isWell(picture('query', 360));
      const address = new URL(owner.page.url()).pathname;
      assert.equal((await other.fetch(address)).status, 404);
      await other.leave();
      await owner.follow('Xóa truy vấn');
      await owner.isWell(picture('query-remove', 360));
      await owner.send('/remove');
      await owner.sees('Đã xóa truy vấn');
      assert.equal((await owner.fetch(address)).status, 404);
      await owner.leave();
      const administrator = await meet('quantri', { lang: 'en' });
      for (const path of ['/repository', '/repository/jobs', '/repository/events', '/repository/queries']) {
        await administrator.go(`${path}?lang=en`);
        await administrator.isWell(picture(`en${path.replaceAll('/', '-')}`, 1280));
      }
      await administrator.leave();
    });
  });
}
