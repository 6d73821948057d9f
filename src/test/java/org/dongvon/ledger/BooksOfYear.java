package org.dongvon.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.shared.change.RequestChange.Proposal;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** What people write by hand in an office's books, by two persons and through the use cases. */
public final class BooksOfYear {

    private final ApplicationContext beans;
    private final Village village;
    private final Scope scope;

    public BooksOfYear(ApplicationContext beans, Village village, Village... others) {
        this.beans = beans;
        this.village = village;
        var points = new java.util.ArrayList<Long>(java.util.List.of(village.direct, village.point));
        for (var other : others) {
            points.add(other.direct);
            points.add(other.point);
        }
        this.scope = Scope.of(points);
    }

    /** Paper for 1 000 000 đ, owed on. */
    public void voucher(LocalDate on) {
        change(
                "ledger.voucher",
                village.code,
                Facts.none()
                        .text("lines", "OPERATING_EXPENSE 1000000 giấy in\nOTHER_PAYABLE -1000000")
                        .dong("amount", new Dong(1_000_000))
                        .date("on", on)
                        .text("source", "HĐ 016/2024")
                        .text("wording", "giấy in quý hai"));
    }

    /** 2 000 000 đ to another office. */
    public void send(Village to) {
        change("ledger.transfer", village.code + ":" + to.code, Facts.none().dong("amount", new Dong(2_000_000)));
    }

    /** Closes the year of an office without sessions and carries it over; November is locked, December is not. */
    public void yearTo(int year) {
        VillageDay.close(beans, village, LocalDate.of(year, 12, 31));
        for (int month = Village.FIRST_DAY.getMonthValue(); month < 12; month++) {
            change("ledger.month", village.code + ":" + YearMonth.of(year, month), shut());
        }
        change("ledger.year", village.code + ":" + year, shut());
    }

    /** A month is shut. */
    public void shut(YearMonth month) {
        change("ledger.month", village.code + ":" + month, shut());
    }

    /** A campaign with one gift. */
    public void gift(LocalDate on) {
        var campaign = "VNN-" + village.code;
        change(
                "capital.campaign",
                campaign,
                Facts.none()
                        .text("name-vi", "Chung tay vì người nghèo")
                        .text("name-en", "Together for the poor")
                        .text("thanks-vi", "Xin cảm ơn.")
                        .text("thanks-en", "Thank you.")
                        .dong("goal", null)
                        .date("from", on)
                        .date("through", on.plusMonths(1)),
                "QD-131-2002");
        change(
                "capital.gift",
                campaign,
                Facts.none()
                        .dong("amount", new Dong(3_000_000))
                        .date("on", on)
                        .text("donor", "Công ty Sao Biển")
                        .word("named", "giftName.SHOWN")
                        .text("reference", "FT24109")
                        .text("pledge", null));
    }

    /** Interest subsidy of a year, claimed, accepted in part and received in part. */
    public void claim(LocalDate on) {
        var claim = village.code + "-CB-" + on.getYear() + "-1";
        change("capital.state-claim", village.code + ":INTEREST_SUBSIDY:" + on.getYear(), paper(9_000_000, on));
        change("capital.state-claim-acceptance", claim, paper(8_000_000, on));
        change("capital.state-claim-receipt", claim, paper(5_000_000, on));
    }

    private static Facts paper(long amount, LocalDate on) {
        return Facts.none()
                .dong("amount", new Dong(amount))
                .text("document", "125/TTr-NHCS")
                .date("on", on);
    }

    private static Facts shut() {
        return Facts.none().word("state", "periodState.SHUT");
    }

    private void change(String kind, String subject, Facts wanted) {
        change(kind, subject, wanted, null);
    }

    private void change(String kind, String subject, Facts wanted, @Nullable String document) {
        var proposal =
                new Proposal(UUID.randomUUID(), kind, subject, wanted, new Basis("theo chứng từ kèm", document, null));
        long id = beans.getBean(RequestChange.class).run(person(1, Role.ACCOUNTANT), proposal);
        beans.getBean(DecideChange.class).approve(person(2, Role.MANAGER), UUID.randomUUID(), id);
    }

    private Actor person(int number, Role role) {
        long id = village.office * 100 + 50 + number;
        return new Actor(id, id, "k" + number, "Ngô Thị Hảo", role, village.office, scope);
    }
}
