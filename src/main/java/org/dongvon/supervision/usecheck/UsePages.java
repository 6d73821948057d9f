package org.dongvon.supervision.usecheck;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.Forms;
import org.dongvon.form.Letterhead;
import org.dongvon.form.PrintedForm;
import org.dongvon.form.paper.UseCheck;
import org.dongvon.form.paper.UseCheck.Found;
import org.dongvon.loan.LoanBalance;
import org.dongvon.loan.LoanDesk;
import org.dongvon.loan.Repayments;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.supervision.SupervisedGroups;
import org.dongvon.supervision.SupervisedGroups.SupervisedGroup;
import org.dongvon.supervision.usecheck.UseSheets.Borrower;
import org.dongvon.supervision.usecheck.UseSheets.CheckedLoan;
import org.dongvon.supervision.usecheck.UseSheets.SheetHead;
import org.dongvon.supervision.usecheck.UseSheets.SheetLine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Gathers what the pages and papers of use checks show. */
@Service
class UsePages {

    private final SupervisedGroups groups;
    private final UseSheets sheets;
    private final Repayments repayments;
    private final Programmes programmes;
    private final Forms forms;
    private final Transactions transactions;

    UsePages(
            SupervisedGroups groups,
            UseSheets sheets,
            Repayments repayments,
            Programmes programmes,
            Forms forms,
            Transactions transactions) {
        this.groups = groups;
        this.sheets = sheets;
        this.repayments = repayments;
        this.programmes = programmes;
        this.forms = forms;
        this.transactions = transactions;
    }

    /** A group's loans to be checked and its former sheets; the loans checked before are left out unless asked for. */
    GroupView group(Actor actor, String code, boolean all) {
        return transactions.read(actor, () -> {
            var group = groups.get(code);
            var running = sheets.running(group.id());
            var shown = running.stream()
                    .filter(loan -> all || loan.checkedOn() == null)
                    .toList();
            var clock = UseClock.of(programmes.current().parameters(), group.openDay());
            return new GroupView(
                    group,
                    rows(group, shown, clock),
                    running.size() - shown.size(),
                    sheets.sheets(group.id()),
                    actor.role() == Role.ASSOCIATION_STAFF);
        });
    }

    private List<Row> rows(SupervisedGroup group, List<CheckedLoan> loans, UseClock clock) {
        var desk = repayments.read(loans.stream().map(CheckedLoan::id).toList());
        return loans.stream().map(loan -> row(group, loan, desk, clock)).toList();
    }

    private static Row row(SupervisedGroup group, CheckedLoan loan, LoanDesk desk, UseClock clock) {
        var balance = Objects.requireNonNull(desk.balances().get(loan.id()));
        var today = group.openDay();
        var last = loan.checkedOn() == null && clock.isNamed(loan.disbursedOn(), today)
                ? clock.lastDay(loan.disbursedOn())
                : null;
        return new Row(
                loan,
                new Sheet.Balance(
                        loan.outstanding(),
                        arrears(desk, balance, Part.IN_TERM, today),
                        arrears(desk, balance, Part.OVERDUE, today)),
                last,
                last != null && clock.isLate(loan.disbursedOn(), today));
    }

    private static Dong arrears(LoanDesk desk, LoanBalance balance, Part part, LocalDate day) {
        return balance.header().asksInterestOn(day)
                ? desk.interestOn(balance, day).askedByPart().getOrDefault(part, Dong.ZERO)
                : Dong.ZERO;
    }

    /**
     * A sheet of a group.
     *
     * @throws Refused {@link UseRefusal#UNKNOWN_USE_SHEET}
     */
    SheetView sheet(Actor actor, String code, String number) {
        return transactions.read(actor, () -> {
            var group = groups.get(code);
            var head = sheets.sheets(group.id()).stream()
                    .filter(each -> Long.toString(each.id()).equals(number))
                    .findFirst()
                    .orElseThrow(() -> new Refused(UseRefusal.UNKNOWN_USE_SHEET));
            return new SheetView(group, head, sheets.lines(head.id()), actor.role() == Role.CREDIT_OFFICER);
        });
    }

    /** The sheet to take along: the loans that nobody has checked, to be filled in by hand. */
    Paper blank(Actor actor, String code) {
        var view = group(actor, code, false);
        var lines = view.rows();
        var rows = IntStream.range(0, lines.size())
                .mapToObj(i -> new UseCheck.Row(
                        i + 1,
                        named(lines.get(i).loan().borrower()),
                        lines.get(i).loan().programme().vi(),
                        new UseCheck.Book(
                                lines.get(i).loan().amount(),
                                lines.get(i).loan().outstanding()),
                        Found.OPEN))
                .toList();
        return paper(view.group(), rows, new Visit(view.group().openDay(), List.of(), ""), view.people());
    }

    /** A sheet as it was entered, to be signed. */
    Paper filled(Actor actor, String code, String number) {
        var view = sheet(actor, code, number);
        var rows = new ArrayList<UseCheck.Row>();
        for (var line : view.lines()) {
            var use = line.use();
            rows.add(new UseCheck.Row(
                    rows.size() + 1,
                    named(line.borrower()),
                    line.programme().vi(),
                    new UseCheck.Book(line.book().disbursed(), line.book().outstanding()),
                    new Found(
                            line.balance().outstanding(),
                            line.balance().arrears(),
                            line.balance().overdueArrears(),
                            use.purpose(),
                            use.right(),
                            use.wrong(),
                            use.effective() ? "Có" : "Không",
                            use.cause())));
        }
        var head = view.head();
        var checkers =
                Arrays.stream(head.checkers().split(",")).map(String::strip).toList();
        return paper(view.group(), rows, new Visit(head.checkedOn(), checkers, head.remarks()), view.people());
    }

    private Paper paper(SupervisedGroup group, List<UseCheck.Row> rows, Visit visit, List<Long> people) {
        var line = group.line();
        var unit = line.association() + " " + line.point();
        var document = new UseCheck(
                new Letterhead("", unit, "", line.point(), visit.day()),
                unit,
                visit.checkers(),
                visit.day(),
                line,
                rows,
                visit.remarks());
        return new Paper(forms.print(document), people);
    }

    private static String named(Borrower borrower) {
        return borrower.name() == null ? "" : borrower.name();
    }

    private static List<Long> people(SupervisedGroup group, Stream<Borrower> borrowers) {
        return Stream.concat(
                        Stream.ofNullable(group.headId()),
                        borrowers.filter(each -> each.name() != null).map(Borrower::id))
                .toList();
    }

    private record Visit(LocalDate day, List<String> checkers, String remarks) {}

    /**
     * A loan to be checked.
     *
     * @param balance what the books say today
     * @param lastDay when it has to be checked at last; none before it is named and after it was checked
     */
    record Row(
            CheckedLoan loan,
            Sheet.Balance balance,
            @Nullable LocalDate lastDay,
            boolean late) {}

    /** A group's loans and sheets; {@code others} loans are left out because they were checked before. */
    record GroupView(SupervisedGroup group, List<Row> rows, int others, List<SheetHead> sheets, boolean entering)
            implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.GROUPS;
        }

        @Override
        public List<Long> people() {
            return UsePages.people(group, rows.stream().map(row -> row.loan().borrower()));
        }
    }

    /** A sheet; {@code following} when its reader records what follows. */
    record SheetView(SupervisedGroup group, SheetHead head, List<SheetLine> lines, boolean following)
            implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.GROUPS;
        }

        @Override
        public List<Long> people() {
            return UsePages.people(group, lines.stream().map(SheetLine::borrower));
        }
    }

    /** A printed sheet, with whom it names. */
    record Paper(PrintedForm file, List<Long> people) implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.GROUPS;
        }
    }
}
