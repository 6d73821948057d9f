package org.dongvon.capital.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.capital.ContractByTwo;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.change.Facts;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;

/** The claim of docs/domain/state-claims.md, from its document to the last đồng. */
@PostgresTest
class StateClaimDbTest extends ContractByTwo {

    private static final long CLAIMED = 1000 * MILLION;

    StateClaimDbTest(ApplicationContext beans) {
        super(beans);
    }

    @AfterEach
    void theBooksHold() {
        assertBooksHold();
    }

    private String claim() {
        return code + "-CB-2024-Q2-1";
    }

    private static Facts paper(long amount, LocalDate on) {
        return Facts.none()
                .dong("amount", new Dong(amount))
                .text("document", "125/TTr-NHCS")
                .date("on", on);
    }

    private void claim(long amount, String of) {
        change("capital.state-claim", code + ":" + of, paper(amount, DAY));
    }

    private void accept(long amount) {
        change("capital.state-claim-acceptance", claim(), paper(amount, DAY));
    }

    private void receive(long amount) {
        change("capital.state-claim-receipt", claim(), paper(amount, DAY));
    }

    private String booked(String kind) {
        return owner.sql("""
                        select concat_ws(' ', coalesce(sum(e.amount) filter (where e.account = :kind || '_CLAIMED'), 0),
                                         coalesce(sum(e.amount) filter (where e.account = :kind || '_RECEIVABLE'), 0),
                                         coalesce(sum(e.amount) filter (where e.account = :kind || '_INCOME'), 0))
                          from ledger.entry e join ledger.journal j on j.id = e.journal_id
                         where j.office_id = :office
                        """)
                .param("kind", kind)
                .param("office", village.office)
                .query(String.class)
                .single();
    }

    private String amounts(String claim) {
        return owner.sql(
                        "select concat_ws(' ', claimed, accepted, received) from capital.state_claim where code = :code")
                .param("code", claim)
                .query(String.class)
                .single();
    }

    @Test
    void theClaimOfThePage() {
        claim(CLAIMED, "INTEREST_SUBSIDY:2024-Q2");
        assertThat(booked("SUBSIDY")).isEqualTo("1000000000 0 0");
        accept(900 * MILLION);
        assertThat(booked("SUBSIDY")).isEqualTo("0 900000000 -900000000");
        receive(600 * MILLION);
        assertThat(booked("SUBSIDY")).isEqualTo("0 300000000 -900000000");
        receive(300 * MILLION);
        assertThat(booked("SUBSIDY")).isEqualTo("0 0 -900000000");
        assertThat(amounts(claim())).isEqualTo("1000000000 900000000 900000000");
        assertThat(booked("STATE_FEE")).isEqualTo("0 0 0");
    }

    @Test
    void theManagementFeeHasItsOwnAccountsAndAPeriodSeveralDocuments() {
        claim(5, "MANAGEMENT_FEE:2024");
        claim(7, "MANAGEMENT_FEE:2024");
        assertThat(amounts(code + "-PQL-2024-2")).isEqualTo("7 0");
        assertThat(booked("STATE_FEE")).isEqualTo("12 0 0");
        assertThat(booked("SUBSIDY")).isEqualTo("0 0 0");
    }

    @Test
    void nothingIsBookedBeforeTheSecondPerson() {
        ask("capital.state-claim", code + ":INTEREST_SUBSIDY:2024-Q2", paper(CLAIMED, DAY));

        assertThat(booked("SUBSIDY")).isEqualTo("0 0 0");
    }

    @Test
    void refusesMoreThanWasClaimedOrAccepted() {
        claim(CLAIMED, "INTEREST_SUBSIDY:2024-Q2");
        assertRefused(() -> receive(1), CapitalRefusal.CLAIM_NOT_DECIDED);
        assertRefused(() -> accept(CLAIMED + 1), CapitalRefusal.MORE_THAN_CLAIMED);
        accept(CLAIMED);
        assertRefused(() -> accept(1), CapitalRefusal.CLAIM_DECIDED);
        assertRefused(() -> receive(CLAIMED + 1), CapitalRefusal.MORE_THAN_ACCEPTED);
        assertRefused(() -> receive(0), CapitalRefusal.AMOUNT_NOT_POSITIVE);
        receive(CLAIMED);
    }

    @Test
    void aClaimThatIsRefusedIsClosedWithNothing() {
        claim(CLAIMED, "INTEREST_SUBSIDY:2024-Q2");
        accept(0);

        assertThat(booked("SUBSIDY")).isEqualTo("0 0 0");
        assertThat(amounts(claim())).isEqualTo("1000000000 0 0");
    }

    @Test
    void refusesPeriodsAndDocumentsThatAreNotThere() {
        claim(1, "INTEREST_SUBSIDY:2024-Q2");
        assertRefused(() -> claim(1, "INTEREST_SUBSIDY:2024-Q3"), CapitalRefusal.CLAIM_PERIOD_AHEAD);
        assertRefused(() -> claim(1, "INTEREST_SUBSIDY:2024-Q5"), CapitalRefusal.CLAIM_PERIOD_UNREADABLE);
        assertRefused(() -> claim(1, "SUBSIDY:2024-Q2"), CapitalRefusal.UNKNOWN_CLAIM);
        assertRefused(() -> claim(0, "INTEREST_SUBSIDY:2024-Q2"), CapitalRefusal.AMOUNT_NOT_POSITIVE);
        assertRefused(
                () -> change("capital.state-claim-acceptance", claim(), paper(1, DAY.plusDays(1))),
                CapitalRefusal.DAY_NOT_YET);
        assertRefused(
                () -> change("capital.state-claim-acceptance", claim(), paper(1, DAY.minusDays(1))),
                CapitalRefusal.CLAIM_DOCUMENT_EARLIER);
        assertRefused(
                () -> change(
                        "capital.state-claim-acceptance",
                        claim(),
                        Facts.none()
                                .dong("amount", new Dong(1))
                                .text("document", "1")
                                .date("on", DAY)),
                CapitalRefusal.CLAIM_DOCUMENT_WORDS);
        assertRefused(
                () -> change("capital.state-claim-acceptance", "KHONGCO-CB-2024-1", paper(1, DAY)),
                CapitalRefusal.UNKNOWN_CLAIM);
    }

    @Test
    void theDatabaseKeepsAmountsWithinTheirClaim() {
        claim(10, "INTEREST_SUBSIDY:2024-Q2");
        for (var wrong : new String[] {"accepted = 11", "accepted = 5, received = 6", "received = 1"}) {
            assertThatThrownBy(() -> owner.sql("update capital.state_claim set " + wrong + " where code = :code")
                            .param("code", claim())
                            .update())
                    .isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> owner.sql("update capital.state_claim_step set amount = 11")
                        .update())
                .isInstanceOf(DataAccessException.class);
    }
}
