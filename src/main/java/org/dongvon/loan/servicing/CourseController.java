package org.dongvon.loan.servicing;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.loan.servicing.Courses.Course;
import org.dongvon.loan.servicing.LoanTerms.Loan;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** The credit officer enters when a student's course ends, by the school's paper. */
@Controller
class CourseController {

    private final LoanTerms terms;
    private final DateStudentLoan dating;
    private final ChangeForms forms;
    private final Transactions transactions;

    CourseController(LoanTerms terms, DateStudentLoan dating, ChangeForms forms, Transactions transactions) {
        this.terms = terms;
        this.dating = dating;
        this.forms = forms;
        this.transactions = transactions;
    }

    @GetMapping("/loans/{code}/course")
    ModelAndView show(Actor actor, @PathVariable String code, @RequestAttribute("f") Formats formats, Form form) {
        var view = view(actor, code);
        fill(form, formats, forms.begin(actor, form).orElse(view.known()));
        return page(view, HttpStatus.OK);
    }

    private static void fill(Form form, Formats formats, Facts course) {
        if (course.has(DateStudentLoan.ENDS)) {
            form.with(DateStudentLoan.STARTS, formats.date(course.dateOf(DateStudentLoan.STARTS)))
                    .with(DateStudentLoan.ENDS, formats.date(course.dateOf(DateStudentLoan.ENDS)))
                    .with(DateStudentLoan.SERVICE, course.textOf(DateStudentLoan.SERVICE));
        } else {
            form.with(DateStudentLoan.SERVICE, "0");
        }
    }

    @PostMapping("/loans/{code}/course")
    ModelAndView create(Actor actor, @PathVariable String code, Form form) {
        var view = view(actor, code);
        var wanted = DateStudentLoan.facts(new Course(
                form.date(DateStudentLoan.STARTS),
                form.date(DateStudentLoan.ENDS),
                form.count(DateStudentLoan.SERVICE)));
        return forms.send(actor, form, DateStudentLoan.NAME, code, wanted)
                .orElseGet(() -> page(view, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private static ModelAndView page(CourseView view, HttpStatus status) {
        var page = new ModelAndView("loan/servicing/course", status);
        page.addObject("course", view);
        return page;
    }

    private CourseView view(Actor actor, String code) {
        return transactions.read(actor, () -> {
            var loan = terms.running(code);
            var first = terms.instalments(loan).getFirst().instalment();
            return new CourseView(loan, first.contractDate(), dating.known(loan));
        });
    }

    /** A loan with its first contract date and what is known of the course. */
    record CourseView(Loan loan, LocalDate first, Facts known) implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.LOANS;
        }

        @Override
        public List<Long> people() {
            return loan.people();
        }
    }
}
