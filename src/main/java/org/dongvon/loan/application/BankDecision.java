package org.dongvon.loan.application;

import java.util.List;
import java.util.Set;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.application.ApplicationFiles.Application;
import org.dongvon.loan.application.MoveApplication.Reason;
import org.dongvon.programme.BorrowerClass;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.ChangeKind;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The bank's decision on an application: the credit officer appraises and proposes, the director or a manager decides, each
 * up to a limit. Approved, the application becomes a loan that waits to be paid out. The subject is the application's code.
 */
@Component
public class BankDecision implements ChangeKind {

    public static final String NAME = "loan.decision";

    private static final String APPROVE = "loan-decision.APPROVE";
    private static final String DECLINE = "loan-decision.DECLINE";
    private static final String CLASS = "borrowerClass.";

    private static final String BORROWER = """
            select p.full_name, p.restricted, a.borrower_id
              from loan.application a
              join household.person p on p.id = a.borrower_id
             where a.code = :code and a.point_id <@ (select shared.scope())
            """;

    private final ApplicationFiles files;
    private final ApplicationRules rules;
    private final ApprovedLoans loans;
    private final Programmes programmes;
    private final PlanRoom plan;
    private final Messages messages;
    private final JdbcClient db;

    BankDecision(
            ApplicationFiles files,
            ApplicationRules rules,
            ApprovedLoans loans,
            Programmes programmes,
            PlanRoom plan,
            Messages messages,
            JdbcClient db) {
        this.files = files;
        this.rules = rules;
        this.loans = loans;
        this.programmes = programmes;
        this.plan = plan;
        this.messages = messages;
        this.db = db;
    }

    /** The fields of a proposal to approve. */
    public static Facts approval(ApprovedTerms terms) {
        return Facts.none()
                .word("verdict", APPROVE)
                .dong("amount", terms.amount())
                .count("months", terms.months())
                .count("interval", terms.interval())
                .count("grace", terms.grace())
                .word("borrowers", CLASS + terms.borrowers())
                .text("contract", terms.contract())
                .count("jobs", terms.jobs());
    }

    /** The fields of a proposal to decline. */
    public static Facts refusal() {
        return Facts.none().word("verdict", DECLINE);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Role> makers() {
        return Set.of(Role.CREDIT_OFFICER);
    }

    @Override
    public List<Role> approvers() {
        return List.of(Role.DIRECTOR, Role.MANAGER);
    }

    @Override
    public boolean needsDocument() {
        return false;
    }

    @Override
    public Label describe(String subject) {
        return Label.same(db.sql(BORROWER)
                .param("code", subject)
                .query((row, n) ->
                        row.getBoolean("restricted") ? subject : subject + " · " + row.getString("full_name"))
                .optional()
                .orElse(subject));
    }

    @Override
    public List<Long> people(String subject) {
        return db.sql(BORROWER)
                .param("code", subject)
                .query((row, n) -> row.getLong("borrower_id"))
                .list();
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return files.get(subject).place().pointId();
    }

    /** What the household asks for; a decision finds it where the maker saw it. */
    @Override
    public Facts current(String subject, Facts wanted) {
        var application = files.lock(List.of(subject)).getFirst();
        var asked = application.asked();
        var facts = Facts.none().word("step", "applicationStep." + application.step());
        return wanted.has("amount")
                ? facts.dong("amount", asked.amount())
                        .count("months", asked.months())
                        .count("interval", asked.interval())
                : facts;
    }

    @Override
    public @Nullable Dong amount(Facts current, Facts wanted) {
        return wanted.has("amount") ? wanted.dongOf("amount") : null;
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var application = files.get(subject);
        if (application.step() != Step.AT_BANK) {
            throw new Refused(ApplicationRefusal.APPLICATION_ELSEWHERE, subject);
        }
        if (wanted.has("amount")) {
            checkTerms(application, terms(wanted));
        }
    }

    private void checkTerms(Application application, ApprovedTerms terms) {
        var asked = application.asked();
        if (!terms.amount().isPositive()
                || terms.interval() < 1
                || terms.interval() > terms.months()
                || terms.grace() >= terms.months()) {
            throw new Refused(ApplicationRefusal.APPLICATION_INCOMPLETE);
        }
        if (terms.amount().compareTo(asked.amount()) > 0) {
            throw new Refused(ApplicationRefusal.APPLICATION_ABOVE_ASKED, terms.amount(), asked.amount());
        }
        rules.check(application, terms.amount(), terms.months());
        loans.usable(application, terms);
        plan.require(application, terms);
        var programme = programmes.current().programme(application.programmeId());
        programmes.current().rates().seriesFor(programme.code(), terms.borrowers(), application.openDay());
    }

    @Override
    public Facts preview(Actor reader, String subject, Facts wanted) {
        var application = files.get(subject);
        var facts = Facts.none().dong("committed", files.committed(application, false));
        if (!wanted.has("contract")) {
            return facts;
        }
        var contract = wanted.textOf("contract");
        var more = facts.dong("free", loans.source(application, contract).free());
        return plan.least(application, contract)
                .map(room -> more.dong("plan-left", room.left()))
                .orElse(more);
    }

    /** An approval that passes the plan of the month, where the rule of the day does not refuse it. */
    @Override
    public List<String> cautions(Language language, String subject, Facts wanted) {
        if (!wanted.has("amount")) {
            return List.of();
        }
        var application = files.get(subject);
        return application.step() == Step.AT_BANK
                ? plan.excess(application, terms(wanted)).stream()
                        .map(refused -> messages.sentence(language, refused))
                        .toList()
                : List.of();
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var application = files.get(approved.subject());
        boolean approve = approved.wanted().has("amount");
        files.requireAnother(List.of(application), checker.personId());
        if (approve) {
            loans.make(application, terms(approved.wanted()), approved.id(), approved.submission());
        }
        files.move(
                checker,
                approved.submission(),
                List.of(application.by(approve ? Move.APPROVE : Move.DECLINE)),
                approve ? null : Reason.of(approved.basis().reason()));
    }

    @Override
    public String form(String subject) {
        return "/applications/" + subject + "/decision";
    }

    /**
     * The reason of a refusal as the household is told it.
     *
     * @throws Refused {@link ApplicationRefusal#APPLICATION_NEEDS_REASON}
     */
    public static String reason(String typed) {
        return Reason.of(typed);
    }

    /** What an application may be lent out of, in the order in which the money is to be lent. */
    public List<SourceOfMoney> sources(String subject) {
        return loans.sources(files.get(subject)).stream()
                .filter(SourceOfMoney::isAllowed)
                .toList();
    }

    /** The terms of a proposal to approve. */
    public static ApprovedTerms terms(Facts facts) {
        return new ApprovedTerms(
                facts.dongOf("amount"),
                Math.toIntExact(facts.countOf("months")),
                Math.toIntExact(facts.countOf("interval")),
                Math.toIntExact(facts.countOf("grace")),
                BorrowerClass.valueOf(facts.textOf("borrowers").substring(CLASS.length())),
                facts.textOf("contract"),
                Math.toIntExact(facts.countOf("jobs")));
    }
}
