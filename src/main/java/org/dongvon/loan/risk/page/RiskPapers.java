package org.dongvon.loan.risk.page;

import java.util.function.Supplier;
import org.dongvon.form.FilledForm;
import org.dongvon.form.FormCode;
import org.dongvon.form.FormRefusal;
import org.dongvon.form.Forms;
import org.dongvon.form.Letterhead;
import org.dongvon.form.PeoplesForm;
import org.dongvon.form.paper.GroupLine;
import org.dongvon.form.paper.RiskDebtList;
import org.dongvon.form.paper.RiskMinutes;
import org.dongvon.form.paper.RiskRequest;
import org.dongvon.loan.Borrowers;
import org.dongvon.loan.risk.DecisionChange;
import org.dongvon.loan.risk.RiskList;
import org.dongvon.loan.risk.RiskRefusal;
import org.dongvon.loan.risk.Rounds;
import org.dongvon.loan.risk.page.RiskReader.One;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.springframework.stereotype.Service;

/**
 * Prints the papers of debts at risk: 01/XLN of the borrower, 02/XLN of the minutes that hold, 04/XLN and 05/XLN of a list.
 * A borrower's name stands on them whatever lists may say.
 */
@Service
class RiskPapers {

    private static final Formats PRINTED = Formats.in(Language.VI);

    private final RiskReader reader;
    private final RoundReader lists;
    private final RiskDebts debts;
    private final Borrowers borrowers;
    private final Rounds rounds;
    private final Messages messages;
    private final Forms forms;
    private final Transactions transactions;

    RiskPapers(
            RiskReader reader,
            RoundReader lists,
            RiskDebts debts,
            Borrowers borrowers,
            Rounds rounds,
            Messages messages,
            Forms forms,
            Transactions transactions) {
        this.reader = reader;
        this.lists = lists;
        this.debts = debts;
        this.borrowers = borrowers;
        this.rounds = rounds;
        this.messages = messages;
        this.forms = forms;
        this.transactions = transactions;
    }

    /**
     * A paper of a dossier by the short name of its form.
     *
     * @throws Refused {@link RiskRefusal#UNKNOWN_RISK_DOSSIER}; {@link FormRefusal#NOTHING_TO_PRINT} while there are no
     *     minutes, and for any other form
     */
    PeoplesForm ofDossier(Actor actor, String code, String form) {
        return print(actor, () -> {
            var one = reader.find(code).orElseThrow(() -> new Refused(RiskRefusal.UNKNOWN_RISK_DOSSIER));
            var borrower = borrowers.of(one.row().loan().id());
            var document = switch (FormCode.of(form).orElse(null)) {
                case RISK_REQUEST -> request(one, borrower);
                case RISK_MINUTES -> minutes(one, borrower);
                case null, default -> throw new Refused(FormRefusal.NOTHING_TO_PRINT, code);
            };
            return new FilledForm(document, borrower.people());
        });
    }

    private RiskRequest request(One one, Borrowers.Borrower borrower) {
        var row = one.row();
        return new RiskRequest(
                Letterhead.ofCitizen(borrower.point(), row.written()),
                borrower.office(),
                borrower.applicant(),
                group(borrower),
                debts.of(row),
                new RiskRequest.Asked(
                        say("riskMeasure." + row.asked().measure()).toLowerCase(Language.VI.locale()),
                        row.asked().months(),
                        one.words().income(),
                        one.words().plan()));
    }

    private RiskMinutes minutes(One one, Borrowers.Borrower borrower) {
        var minutes = reader.minutes(one)
                .orElseThrow(() ->
                        new Refused(FormRefusal.NOTHING_TO_PRINT, one.row().code()));
        var people = minutes.participants().stream()
                .map(each -> new RiskMinutes.Participant(each.name(), say("capacity." + each.capacity())))
                .toList();
        var evidence = reader.evidence(one).stream()
                .map(each -> new RiskMinutes.Paper(
                        say("evidenceKind." + each.kind()),
                        each.number(),
                        PRINTED.date(each.issuedOn()),
                        each.issuer()))
                .toList();
        return new RiskMinutes(
                Letterhead.ofCitizen(borrower.point(), minutes.heldOn()),
                borrower.applicant(),
                group(borrower),
                debts.of(one.row()),
                new RiskMinutes.Found(minutes.heldOn(), people, minutes.finding(), minutes.proposal()),
                evidence);
    }

    private static GroupLine group(Borrowers.Borrower borrower) {
        var group = borrower.group();
        return group == null ? GroupLine.none(borrower.point()) : group;
    }

    /**
     * 04/XLN or 05/XLN of one list of a round.
     *
     * @throws Refused {@link RiskRefusal#UNKNOWN_RISK_ROUND}
     */
    PeoplesForm ofList(Actor actor, DecisionChange.Subject list) {
        return print(actor, () -> {
            var round = rounds.get(list.round());
            var rows = lists.lines(list);
            var facts = debts.loans(rows);
            var first =
                    facts.values().stream().findFirst().orElseThrow(() -> new Refused(RiskRefusal.UNKNOWN_RISK_ROUND));
            var document = new RiskDebtList(
                    Letterhead.ofOffice(first.office(), "", first.today()),
                    list.list() == RiskList.FREEZE ? FormCode.FREEZE_LIST : FormCode.WRITE_OFF_LIST,
                    new RiskDebtList.Round(round.code(), round.number(), round.year(), list.contract(), first.owner()),
                    debts.rows(rows, facts));
            return new FilledForm(
                    document, rows.stream().map(row -> row.loan().who().id()).toList());
        });
    }

    private String say(String key) {
        return messages.text(Language.VI, key);
    }

    /** Reads in one transaction and lays out after it. */
    private PeoplesForm print(Actor actor, Supplier<FilledForm> read) {
        var filled = transactions.read(actor, read);
        return forms.print(filled, Purpose.LOANS);
    }
}
