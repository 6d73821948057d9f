package org.dongvon.session.voucher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.dongvon.shared.Role;
import org.dongvon.support.LoanVillage;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Texts;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** A receipt that is printed again says so, and who printed it when is kept. */
@ServerTest
class ReceiptPrintsWebTest {

    private static final String AGAIN = "BẢN IN LẠI LẦN ";

    private final Site site;
    private final ApplicationContext beans;
    private final OwnerDb owner;

    ReceiptPrintsWebTest(Site site, ApplicationContext beans, OwnerDb owner) {
        this.site = site;
        this.beans = beans;
        this.owner = owner;
    }

    @Test
    void theFirstPrintIsTheOriginalAndEachLaterOneSaysWhichItIs() {
        var home = new LoanVillage(beans, "RPA").withPeople();
        home.pay(0, 634_389, 10_000_000);
        var teller = new Visitor(site).as(home.login(Role.TELLER));
        var auditor = new Visitor(site).as(home.login(Role.AUDITOR));
        var voucher = voucher(teller, home);
        var receipt = "/vouchers/" + voucher + "/receipts/1";
        assertThat(teller.get("/vouchers/" + voucher + "/1").body()).doesNotContain("Biên lai đã in");

        assertThat(Texts.of(teller.getBytes(receipt))).doesNotContain(AGAIN);
        assertThat(Texts.of(teller.getBytes(receipt)).split(AGAIN + "1", -1)).hasSize(1 + 2);
        assertThat(Texts.of(auditor.getBytes("/vouchers/" + voucher + "/receipts")))
                .contains(AGAIN + "2");

        assertThat(owner.sql("select p.number || ' ' || a.login from session.receipt_print p"
                                + " join identity.account a on a.id = p.account_id"
                                + " where p.point_id = :point order by p.number")
                        .param("point", home.village.point)
                        .query(String.class)
                        .list())
                .containsExactly("1 rpa.teller", "2 rpa.teller", "3 rpa.auditor");
        assertThat(teller.get("/vouchers/" + voucher + "/1").body())
                .contains(
                        "Biên lai đã in 3 lần",
                        "Bản chính: ",
                        "Bản in lại lần 1: ",
                        "Bản in lại lần 2: ",
                        ", Lê Thu Hà");
        assertThat(teller.get("/vouchers/" + voucher + "/1?lang=en").body())
                .contains("Receipt printed 3 times", "Original: ", "Reprint 2: ");
    }

    @Test
    void whatIsNotPrintedIsNotCounted() {
        var home = new LoanVillage(beans, "RPB").withPeople();
        home.pay(0, 634_389, 0);
        var teller = new Visitor(site).as(home.login(Role.TELLER));
        var voucher = voucher(teller, home);

        assertThat(teller.get("/vouchers/" + voucher + "/receipts/9").statusCode())
                .isEqualTo(404);
        assertThat(new Visitor(site)
                        .as(Role.TELLER)
                        .get("/vouchers/" + voucher + "/receipts/1")
                        .statusCode())
                .isEqualTo(404);

        assertThat(prints(home)).isZero();
    }

    @Test
    void printsAtTheSameTimeAreNumberedOneAfterTheOther() throws Exception {
        var home = new LoanVillage(beans, "RPC").withPeople();
        home.pay(0, 634_389, 0);
        var visitor = new Visitor(site).as(home.login(Role.TELLER));
        var voucher = voucher(visitor, home);
        var texts = new ArrayList<Future<String>>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<String> print = () -> Texts.of(visitor.getBytes("/vouchers/" + voucher + "/receipts/1"));
            for (int i = 0; i < 4; i++) {
                texts.add(threads.submit(print));
            }
        }

        assertThat(texts)
                .extracting(Future::get)
                .filteredOn(text -> !text.contains(AGAIN))
                .hasSize(1);
        for (int again = 1; again < 4; again++) {
            var said = AGAIN + again;
            assertThat(texts)
                    .extracting(Future::get)
                    .filteredOn(text -> text.contains(said))
                    .hasSize(1);
        }
        assertThat(prints(home)).isEqualTo(4);
    }

    private long prints(LoanVillage home) {
        return owner.sql("select count(*) from session.receipt_print where point_id = :point")
                .param("point", home.village.point)
                .query(Long.class)
                .single();
    }

    private static String voucher(Visitor visitor, LoanVillage home) {
        var found = Pattern.compile(home.code + "-01-25-\\d{6}")
                .matcher(visitor.get("/loans/" + home.loan(0)).body());
        assertThat(found.find()).isTrue();
        return found.group();
    }
}
