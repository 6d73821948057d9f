package org.dongvon.loan.risk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rounds in which debts at risk are decided on (đợt xử lý nợ), twice a year. */
@Repository
public class Rounds {

    private static final String LIST = """
            select code, year, number, closes_on, risk_fund from loan.risk_round order by year desc, number desc
            """;

    private static final String INSERT = """
            insert into loan.risk_round (code, year, number, closes_on, risk_fund)
            values (:code, :year, :number, :closes_on, :risk_fund)
            """;

    private final JdbcClient db;

    Rounds(JdbcClient db) {
        this.db = db;
    }

    /** All rounds, the newest first. */
    public List<Round> list() {
        return db.sql(LIST)
                .query((row, n) -> new Round(
                        row.getString("code"),
                        row.getInt("year"),
                        row.getInt("number"),
                        row.getObject("closes_on", LocalDate.class),
                        new Dong(row.getLong("risk_fund"))))
                .list();
    }

    public Optional<Round> find(String code) {
        return list().stream().filter(round -> round.code().equals(code)).findFirst();
    }

    /**
     * The round of a code.
     *
     * @throws Refused {@link RiskRefusal#UNKNOWN_RISK_ROUND}
     */
    public Round get(String code) {
        return find(code).orElseThrow(() -> new Refused(RiskRefusal.UNKNOWN_RISK_ROUND));
    }

    /**
     * A round on whose lists a dossier may still be put.
     *
     * @throws Refused {@link RiskRefusal#UNKNOWN_RISK_ROUND}, {@link RiskRefusal#RISK_ROUND_OVER}
     */
    String open(String code, LocalDate day) {
        var round = get(code);
        if (day.isAfter(round.closesOn())) {
            throw new Refused(RiskRefusal.RISK_ROUND_OVER, code, round.closesOn());
        }
        return code;
    }

    void add(Round round) {
        db.sql(INSERT)
                .param("code", round.code())
                .param("year", round.year())
                .param("number", round.number())
                .param("closes_on", round.closesOn())
                .param("risk_fund", round.riskFund().amount())
                .update();
    }

    /**
     * A round.
     *
     * @param closesOn the last day for its lists
     * @param riskFund what may be written off of State money before the Prime Minister decides
     */
    public record Round(String code, int year, int number, LocalDate closesOn, Dong riskFund) {}
}
