package org.dongvon.fee.boards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.seal.ReceiptCode;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.shared.change.RequestChange.Proposal;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** The receipt of a payment to a board has a code like any other, to be checked by anybody in the sealed book. */
@ServerTest
class BoardReceiptWebTest {

    private final ApplicationContext beans;
    private final Site site;
    private final OwnerDb owner;

    BoardReceiptWebTest(ApplicationContext beans, Site site, OwnerDb owner) {
        this.beans = beans;
        this.site = site;
        this.owner = owner;
    }

    @Test
    void isFoundInTheSealedBook() throws IOException {
        var village = Village.withAccounts(beans, "CHIBDD");
        var day = VillageDay.open(beans, village);
        day.lend(1, 1, "HONGHEO");
        owed(village);
        pay(village);
        day.end();
        VillageDay.close(beans, village, Village.FIRST_DAY);
        var director = new Visitor(site).as("chibdd.director");

        var answer = director.getBytes("/capital/TW-CHIBDD/boards.pdf?number=1");
        assertThat(answer.statusCode()).isEqualTo(200);
        try (var paper = Loader.loadPDF(answer.body())) {
            assertThat(new PDFTextStripper().getText(paper)).contains("Mã đối chiếu", mark());
            assertThat(paper.getPage(0).getResources().getXObjectNames())
                    .as("the code")
                    .isNotEmpty();
        }
        assertThat(new Visitor(site).get("/r/" + code()).body())
                .contains("Biên lai này nằm trong sổ đã niêm phong ngày 18/04/2024")
                .doesNotContain("khác số tiền");
    }

    private ReceiptCode.Line line() {
        return owner.sql("""
                        select p.point_id, p.line_id from fee.board_payment p join capital.contract c on c.id = p.contract_id
                         where c.code = 'TW-CHIBDD'
                        """)
                .query((row, n) -> new ReceiptCode.Line(row.getLong("point_id"), row.getObject("line_id", UUID.class)))
                .single();
    }

    private String code() {
        return beans.getBean(ReceiptCode.class).of(line(), BoardCodes.amounts(new Dong(20)));
    }

    private String mark() {
        return beans.getBean(ReceiptCode.class).mark(line(), BoardCodes.amounts(new Dong(20)));
    }

    /** 50 đ of interest for the boards, as if a month had been distributed. */
    private void owed(Village village) {
        owner.sql("""
                        insert into fee.distribution (point_id, contract_id, month, collected, carried, risk_share, fee_share, boards_share,
                               added_share, risk, managed, boards, added, submission)
                        select c.point_id, c.id, '2024-03-01', 100, 0, 5000, 0, 5000, 0, 50, 0, 50, 0,
                               (select j.submission from ledger.journal j where j.point_id = :point order by j.id desc limit 1)
                          from capital.contract c
                         where c.code = 'TW-CHIBDD'
                        """).param("point", village.point).update();
    }

    private void pay(Village village) {
        var wanted = Facts.none()
                .text("receiver", "Ban đại diện phường")
                .dong("amount", new Dong(20))
                .text("reference", "Giấy đề nghị 1");
        long id = beans.getBean(RequestChange.class)
                .run(
                        person(village, 1, Role.FUND_OFFICER),
                        new Proposal(
                                UUID.randomUUID(),
                                "fee.boards-payment",
                                "TW-CHIBDD",
                                wanted,
                                new Basis("theo giấy đề nghị", null, null)));
        beans.getBean(DecideChange.class).approve(person(village, 2, Role.DIRECTOR), UUID.randomUUID(), id);
    }

    private static Actor person(Village village, int number, Role role) {
        long id = village.office * 100 + 80 + number;
        return new Actor(id, id, "b" + number, "Ngô Thị Hảo", role, village.office, village.director.scope());
    }
}
