package org.dongvon.loan.risk;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.document.Document;
import org.dongvon.document.Documents;
import org.dongvon.document.Issuer;
import org.dongvon.engine.money.Dong;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Refused;
import org.springframework.stereotype.Component;

/** Who decides on a debt at risk, by the source of its capital (V17): the issuer of the decision must be the rule's. */
@Component
class RiskAuthority {

    private final Documents documents;
    private final Programmes programmes;
    private final Rounds rounds;
    private final RiskMoney money;

    RiskAuthority(Documents documents, Programmes programmes, Rounds rounds, RiskMoney money) {
        this.documents = documents;
        this.programmes = programmes;
        this.rounds = rounds;
        this.money = money;
    }

    /**
     * Lets pass a decision by whom the rule of the day names.
     *
     * @throws Refused {@link RiskRefusal#RISK_WRONG_DECIDER}, {@link RiskRefusal#RISK_ABOVE_FUND}, {@link
     *     RiskRefusal#RISK_DECISION_OUT_OF_FORCE}, or when the register has no such document
     */
    void require(
            DecisionChange.Subject list, RiskMoney.Contract contract, Dong principal, LocalDate today, String code) {
        var document = documents.get(code);
        requireInForce(document, today);
        var issuer = document.origin().issuer().name();
        if (contract.local()) {
            requireOneOf(List.of(rule(ParameterCode.RISK_DECIDER_LOCAL, today)), document);
            return;
        }
        var usual = rule(ParameterCode.RISK_DECIDER_STATE, today);
        var highest = rule(ParameterCode.RISK_DECIDER_ABOVE_FUND, today);
        requireOneOf(List.of(usual, highest), document);
        if (list.list() == RiskList.WRITE_OFF && !issuer.equals(highest)) {
            var fund = fund(list.round());
            var wanted = money.holdFund(list.round()).plus(principal);
            if (wanted.compareTo(fund) > 0) {
                throw new Refused(RiskRefusal.RISK_ABOVE_FUND, wanted, fund, list.round(), Issuer.valueOf(highest));
            }
        }
    }

    private static void requireOneOf(List<String> deciders, Document document) {
        var issuer = document.origin().issuer().name();
        if (!deciders.contains(issuer)) {
            throw new Refused(
                    RiskRefusal.RISK_WRONG_DECIDER,
                    document.number(),
                    document.origin().issuer());
        }
    }

    private static void requireInForce(Document document, LocalDate today) {
        var days = document.days();
        boolean early = days.issuedOn() != null && days.issuedOn().isAfter(today);
        boolean late = days.validTo() != null && !days.validTo().isAfter(today);
        if (early || late) {
            throw new Refused(RiskRefusal.RISK_DECISION_OUT_OF_FORCE, document.number(), today);
        }
    }

    private String rule(ParameterCode code, LocalDate day) {
        return programmes.current().parameters().value(code, day);
    }

    /** What the risk fund holds for a round. */
    Dong fund(String round) {
        return rounds.get(round).riskFund();
    }
}
