package org.dongvon.loan.disbursement;

import java.util.Objects;
import org.dongvon.form.FilledForm;
import org.dongvon.form.Forms;
import org.dongvon.form.Letterhead;
import org.dongvon.form.paper.GroupLine;
import org.dongvon.form.paper.TransferRequest;
import org.dongvon.loan.Borrowers;
import org.dongvon.loan.PartDisbursements;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Transactions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** GNCK, the paper on which the borrower names the account; printed before the payment is entered. */
@Controller
class TransferPaperController {

    private static final GroupLine NO_GROUP = new GroupLine("", "", "", "", "", "");

    private final PartDisbursements disbursements;
    private final Borrowers borrowers;
    private final Programmes programmes;
    private final Forms forms;
    private final Transactions transactions;

    TransferPaperController(
            PartDisbursements disbursements,
            Borrowers borrowers,
            Programmes programmes,
            Forms forms,
            Transactions transactions) {
        this.disbursements = disbursements;
        this.borrowers = borrowers;
        this.programmes = programmes;
        this.forms = forms;
        this.transactions = transactions;
    }

    @GetMapping("/loans/{code}/transfer/paper")
    ModelAndView show(Actor actor, @PathVariable String code) {
        var filled = transactions.read(actor, () -> {
            var drawing = disbursements.open(code);
            var borrower = borrowers.of(drawing.header().id());
            return new FilledForm(
                    new TransferRequest(
                            Letterhead.ofCitizen(
                                    borrower.point(), drawing.place().day()),
                            borrower.office(),
                            borrower.applicant(),
                            Objects.requireNonNullElse(borrower.group(), NO_GROUP),
                            code,
                            programmes
                                    .current()
                                    .programme(drawing.place().programme())
                                    .name()
                                    .vi(),
                            drawing.sums().undrawn()),
                    borrower.people());
        });
        return forms.print(filled, Purpose.LOANS).show();
    }
}
