package org.dongvon.loan.servicing;

import java.util.List;
import java.util.Set;
import org.dongvon.engine.schedule.Instalment;
import org.dongvon.engine.schedule.LoanSchedule;
import org.dongvon.engine.schedule.StudentRule;
import org.dongvon.engine.schedule.StudentTerm;
import org.dongvon.loan.servicing.Courses.Course;
import org.dongvon.loan.servicing.LoanTerms.Loan;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.dongvon.programme.TermCode;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.ChangeKind;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Label;
import org.springframework.stereotype.Component;

/**
 * The end of a student's course, planned or confirmed, with service in the army: the loan's instalments and the first day
 * of interest are dated by it (HSSV ra trường; QĐ 157/2007/QĐ-TTg). The subject is the loan's code.
 */
@Component
class DateStudentLoan implements ChangeKind {

    static final String NAME = "loan.course";
    static final String STARTS = "starts";
    static final String ENDS = "ends";
    static final String SERVICE = "service";

    /** No more than anybody serves; a slip of the keyboard else. */
    private static final int LONGEST_SERVICE = 36;

    private static final String DEFERRED = "DEFERRED";

    private final LoanTerms terms;
    private final Courses courses;
    private final DueDates dueDates;
    private final Programmes programmes;

    DateStudentLoan(LoanTerms terms, Courses courses, DueDates dueDates, Programmes programmes) {
        this.terms = terms;
        this.courses = courses;
        this.dueDates = dueDates;
        this.programmes = programmes;
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
        return Label.same(terms.find(subject).map(Loan::title).orElse(subject));
    }

    @Override
    public List<Long> people(String subject) {
        return terms.find(subject).map(Loan::people).orElse(List.of());
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return terms.get(subject).pointId();
    }

    /** The fields that a course is asked for by. */
    static Facts facts(Course course) {
        return Facts.none()
                .date(STARTS, course.starts())
                .date(ENDS, course.ends())
                .count(SERVICE, course.serviceMonths());
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        var loan = terms.lock(subject);
        var known = courses.find(loan)
                .map(DateStudentLoan::facts)
                .orElse(Facts.none().date(STARTS, null).date(ENDS, null).count(SERVICE, 0));
        return known.date(
                "first", terms.instalments(loan).getFirst().instalment().contractDate());
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var loan = terms.get(subject);
        requireStudent(loan);
        var course = course(wanted);
        if (!course.ends().isAfter(course.starts())) {
            throw new Refused(ServicingRefusal.COURSE_ENDS_BEFORE_IT_STARTS, course.ends(), course.starts());
        }
        var disbursed = loan.terms().disbursed();
        if (!course.ends().isAfter(disbursed)) {
            throw new Refused(ServicingRefusal.COURSE_ENDS_BEFORE_LOAN, course.ends(), disbursed);
        }
        if (course.serviceMonths() > LONGEST_SERVICE) {
            throw new Refused(ServicingRefusal.SERVICE_TOO_LONG, course.serviceMonths(), LONGEST_SERVICE);
        }
        var due = terms.instalments(loan).getFirst().instalment().dueDate();
        if (!loan.today().isBefore(due)) {
            throw new Refused(ServicingRefusal.STUDENT_LOAN_FALLEN_DUE, due);
        }
        var first = dueDates.of(loan, term(loan, course).firstDue());
        if (!first.isAfter(loan.today())) {
            throw new Refused(ServicingRefusal.STUDENT_FIRST_DUE_PASSED, first, loan.today());
        }
    }

    /** Whose interest waits for the end of a course, by the rule of the day of the loan. */
    private void requireStudent(Loan loan) {
        var book = programmes.current();
        var programme = book.programme(loan.programmeId());
        var when = book.terms()
                .find(programme.code(), TermCode.INTEREST_WHEN, loan.terms().disbursed());
        if (when.filter(rule -> rule.value().equals(DEFERRED)).isEmpty()) {
            throw new Refused(ServicingRefusal.NOT_A_STUDENT_LOAN, programme.name());
        }
    }

    /** By the rules of the day on which the loan was paid out. */
    private StudentTerm term(Loan loan, Course course) {
        var disbursed = loan.terms().disbursed();
        var rules = programmes.current().parameters();
        var rule = new StudentRule(
                Math.toIntExact(rules.whole(ParameterCode.STUDENT_GRACE_MONTHS, disbursed)),
                Math.toIntExact(rules.whole(ParameterCode.STUDENT_SHORT_COURSE_MONTHS, disbursed)),
                Math.toIntExact(rules.whole(ParameterCode.STUDENT_SHORT_COURSE_TIMES, disbursed)));
        return rule.term(disbursed, course.starts(), course.ends(), course.serviceMonths());
    }

    private List<Instalment> instalments(Loan loan, StudentTerm term) {
        var disbursed = loan.terms().disbursed();
        return LoanSchedule.onDates(
                loan.terms().amount(),
                term.contractDates(loan.terms().interval()),
                disbursed,
                dueDates.sessionDay(loan, term.firstDue()),
                programmes.current().parameters().dueRule(disbursed));
    }

    @Override
    public Facts preview(Actor reader, String subject, Facts wanted) {
        var loan = terms.get(subject);
        var term = term(loan, course(wanted));
        var instalments = instalments(loan, term);
        return Facts.none()
                .date("first", term.firstDue())
                .date("falls-due", instalments.getFirst().dueDate())
                .date("final", term.finalDue())
                .count("months", term.months())
                .count("instalments", instalments.size());
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var loan = terms.get(approved.subject());
        var course = course(approved.wanted());
        var term = term(loan, course);
        courses.save(loan, course, term, instalments(loan, term));
    }

    private static Course course(Facts wanted) {
        return new Course(wanted.dateOf(STARTS), wanted.dateOf(ENDS), Math.toIntExact(wanted.countOf(SERVICE)));
    }

    @Override
    public String form(String subject) {
        return "/loans/" + subject + "/course";
    }

    /** What is known of a loan's course, for the form. */
    Facts known(Loan loan) {
        return courses.find(loan).map(DateStudentLoan::facts).orElse(Facts.none());
    }
}
