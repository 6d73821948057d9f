package org.dongvon.loan.risk.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dongvon.form.paper.RiskDebt;
import org.dongvon.form.paper.RiskDebtList;
import org.dongvon.loan.risk.RiskRefusal;
import org.dongvon.loan.risk.page.RiskReader.Row;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.springframework.stereotype.Component;

/** Tells debts at risk as their papers do. Runs inside the caller's transaction. */
@Component
class RiskDebts {

    private static final Formats PRINTED = Formats.in(Language.VI);

    private final RiskPaperReader reader;
    private final Programmes programmes;
    private final Messages messages;

    RiskDebts(RiskPaperReader reader, Programmes programmes, Messages messages) {
        this.reader = reader;
        this.programmes = programmes;
        this.messages = messages;
    }

    /** What the papers tell of the dossiers' loans, by the loan's identifier. */
    Map<Long, RiskPaperReader.OfLoan> loans(List<Row> rows) {
        return reader.loans(rows.stream().map(row -> row.loan().id()).toList());
    }

    RiskDebt of(Row row) {
        long loan = row.loan().id();
        var facts = reader.loans(List.of(loan)).get(loan);
        if (facts == null) {
            throw new Refused(RiskRefusal.UNKNOWN_RISK_DOSSIER);
        }
        return of(row, facts);
    }

    private RiskDebt of(Row row, RiskPaperReader.OfLoan facts) {
        var loss = row.asked().loss();
        return new RiskDebt(
                row.loan().code(),
                programmes.current().programme(facts.programme()).name().vi(),
                facts.disbursed(),
                row.written(),
                row.principal(),
                row.interest(),
                new RiskDebt.Loss(
                        say("cause." + row.asked().cause()),
                        loss.damage(),
                        loss.project(),
                        PRINTED.decimal(loss.percent().unscaledValue(), 2)));
    }

    List<RiskDebtList.Row> rows(List<Row> rows, Map<Long, RiskPaperReader.OfLoan> facts) {
        var printed = new ArrayList<RiskDebtList.Row>();
        for (var row : rows) {
            var loan = facts.get(row.loan().id());
            if (loan != null) {
                printed.add(new RiskDebtList.Row(
                        printed.size() + 1,
                        row.loan().who().fullName(),
                        loan.place(),
                        of(row, loan),
                        row.asked().months()));
            }
        }
        return printed;
    }

    private String say(String key) {
        return messages.text(Language.VI, key);
    }
}
