package org.dongvon.loan.risk;

import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.DebtPostings;
import org.dongvon.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the lists of a round are about, and what its decisions came to. */
@Repository
class RiskMoney {

    private static final String CONTRACT = """
            select c.id, c.local from capital.v_contract c where c.code = :code
            """;

    private static final String OUTSTANDING = """
            select coalesce(sum(p.principal), 0)
              from loan.part p
             where p.loan_id = any (:loans) and p.part <> 'WRITTEN_OFF'
            """;

    // Two lists that are decided at once see each other's use of the fund.
    private static final String HOLD_FUND = """
            select pg_advisory_xact_lock(hashtextextended('loan.risk_round ' || :round, 0))
            """;

    private static final String USED = """
            select coalesce(sum(d.principal), 0) from loan.risk_decision d where d.round = :round and d.list = 'WRITE_OFF' and not d.local
            """;

    private static final String RECORD = """
            insert into loan.risk_decision
                   (change_id, round, list, office_id, contract_id, local, document, decided_on, loans, principal)
            select :change, :round, :list, :office, c.id, c.local, :document, :day, :loans, :principal
              from capital.v_contract c
             where c.code = :contract
            """;

    private final JdbcClient db;

    RiskMoney(JdbcClient db) {
        this.db = db;
    }

    /**
     * A contract of capital.
     *
     * @throws Refused {@link RiskRefusal#RISK_LIST_EMPTY} when no list can be of it
     */
    Contract contract(String code) {
        return db.sql(CONTRACT)
                .param("code", code)
                .query((row, n) -> new Contract(row.getLong("id"), row.getBoolean("local")))
                .optional()
                .orElseThrow(() -> new Refused(RiskRefusal.RISK_LIST_EMPTY));
    }

    Dong outstanding(List<Dossier> dossiers) {
        return new Dong(db.sql(OUTSTANDING)
                .param("loans", dossiers.stream().map(each -> each.loan().id()).toArray(Long[]::new))
                .query(Long.class)
                .single());
    }

    /** What the decisions of a round took out of the risk fund so far, in the whole country. */
    Dong writtenOffOfStateMoney(String round) {
        return new Dong(db.sql(USED).param("round", round).query(Long.class).single());
    }

    /** Likewise, and nobody else adds to it until the transaction ends. */
    Dong holdFund(String round) {
        db.sql(HOLD_FUND).param("round", round).query(row -> {});
        return writtenOffOfStateMoney(round);
    }

    void record(long change, DecisionChange.Subject list, DebtPostings.Decision decision, Money money) {
        db.sql(RECORD)
                .param("change", change)
                .param("round", list.round())
                .param("list", list.list().name())
                .param("office", decision.officeId())
                .param("contract", list.contract())
                .param("document", decision.document())
                .param("day", decision.day())
                .param("loans", money.loans())
                .param("principal", money.principal().amount())
                .update();
    }

    /** A contract, and whether a local budget entrusted it. */
    record Contract(long id, boolean local) {}

    record Money(int loans, Dong principal) {}
}
