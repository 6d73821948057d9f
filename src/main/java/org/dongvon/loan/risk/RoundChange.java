package org.dongvon.loan.risk;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.dongvon.loan.risk.Rounds.Round;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.CountryRule;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Label;
import org.springframework.stereotype.Component;

/** Head office opens a round. The subject is its code, such as {@code 2025-2}. */
@Component
public class RoundChange implements CountryRule {

    public static final String NAME = "loan.risk-round";

    private static final Pattern CODE = Pattern.compile("(20\\d\\d)-([12])");

    private final Rounds rounds;

    RoundChange(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean needsDocument() {
        return false;
    }

    @Override
    public Label describe(String subject) {
        return Label.same(subject);
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return 0;
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        return rounds.find(subject)
                .map(round -> Facts.none().date("closes", round.closesOn()).dong("fund", round.riskFund()))
                .orElse(wanted.emptied());
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        round(subject, wanted);
        if (current.has("closes")) {
            throw new Refused(RiskRefusal.RISK_ROUND_EXISTS, subject);
        }
    }

    private static Round round(String subject, Facts wanted) {
        var code = CODE.matcher(subject);
        LocalDate closes = wanted.dateOf("closes");
        if (!code.matches()
                || Integer.parseInt(code.group(1)) != closes.getYear()
                || wanted.dongOf("fund").isNegative()) {
            throw new Refused(RiskRefusal.RISK_ROUND_UNREADABLE);
        }
        return new Round(
                subject,
                Integer.parseInt(code.group(1)),
                Integer.parseInt(code.group(2)),
                closes,
                wanted.dongOf("fund"));
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        rounds.add(round(approved.subject(), approved.wanted()));
    }

    @Override
    public String form(String subject) {
        return "/risk-rounds/new";
    }
}
