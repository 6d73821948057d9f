package org.dongvon.supervision.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.Forms;
import org.dongvon.form.Letterhead;
import org.dongvon.form.PrintedForm;
import org.dongvon.form.paper.ReconciliationList;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.supervision.SupervisedGroups.SupervisedGroup;
import org.dongvon.supervision.reconciliation.Reconciliations.Line;
import org.dongvon.supervision.reconciliation.Reconciliations.Listed;
import org.dongvon.supervision.reconciliation.Reconciliations.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Gathers what the pages and papers of reconciliations show. */
@Service
class ReconciliationPages {

    private static final Set<Role> ENTERING = Set.of(Role.CREDIT_OFFICER, Role.ASSOCIATION_STAFF);
    private static final Set<Role> CLOSING = Set.of(Role.CREDIT_OFFICER, Role.CONTROLLER, Role.DIRECTOR);

    private final Reconciliations reconciliations;
    private final Programmes programmes;
    private final Forms forms;
    private final Transactions transactions;

    ReconciliationPages(
            Reconciliations reconciliations, Programmes programmes, Forms forms, Transactions transactions) {
        this.reconciliations = reconciliations;
        this.programmes = programmes;
        this.forms = forms;
        this.transactions = transactions;
    }

    /** A group's reconciliations. */
    GroupView group(Actor actor, String code) {
        return transactions.read(actor, () -> {
            var group = reconciliations.group(code);
            return new GroupView(group, reconciliations.ofGroup(group.id()), actor.role());
        });
    }

    /**
     * A reconciliation of a group.
     *
     * @throws Refused {@link ReconciliationRefusal#UNKNOWN_RECONCILIATION}
     */
    SheetView sheet(Actor actor, String code, String number) {
        return transactions.read(actor, () -> {
            var group = reconciliations.group(code);
            var head = reconciliations.ofGroup(group.id()).stream()
                    .filter(each -> Long.toString(each.id()).equals(number))
                    .findFirst()
                    .orElseThrow(() -> new Refused(ReconciliationRefusal.UNKNOWN_RECONCILIATION));
            var steps = reconciliations.steps(head.id()).stream().collect(Collectors.groupingBy(Step::line));
            var days = programmes.current().parameters().whole(ParameterCode.DIFFERENCE_DAYS, group.openDay());
            return new SheetView(
                    group,
                    head,
                    reconciliations.lines(head.id()),
                    steps,
                    group.openDay().plusDays(days),
                    actor.role());
        });
    }

    /** The list 15/TD with what was said; what nobody said yet is a blank to write in. */
    Paper filled(Actor actor, String code, String number) {
        var view = sheet(actor, code, number);
        var rows = new ArrayList<ReconciliationList.Row>();
        for (var line : view.lines()) {
            var loan = line.loan();
            rows.add(new ReconciliationList.Row(
                    line.member().ordinal(),
                    line.member().name() == null ? "" : line.member().name(),
                    loan == null ? "" : loan.programme().vi(),
                    loan == null ? "" : loan.code(),
                    new ReconciliationList.Book(
                            line.book().principal(),
                            loan == null ? Dong.ZERO : loan.overdue(),
                            line.book().interest()),
                    line.firstOfMember() ? line.book().deposit() : null,
                    said(line)));
        }
        var group = view.group().line();
        var document = new ReconciliationList(
                new Letterhead(
                        "",
                        group.association() + " " + group.point(),
                        "",
                        group.point(),
                        view.head().asOf()),
                group,
                rows);
        var people = Stream.concat(Stream.ofNullable(view.group().headId()), view.people().stream())
                .distinct()
                .toList();
        return new Paper(forms.print(document), people);
    }

    private static ReconciliationList.@Nullable Said said(Line line) {
        var answer = line.answer();
        var off = line.difference();
        if (answer == null || off == null) {
            return null;
        }
        return new ReconciliationList.Said(
                answer.said().principal(),
                line.firstOfMember() ? answer.said().deposit() : null,
                new ReconciliationList.Off(off.principal(), off.interest(), off.deposit()));
    }

    /** A group's reconciliations, and what their reader may do. */
    record GroupView(SupervisedGroup group, List<Listed> sheets, Role reader) {

        public boolean entering() {
            return ENTERING.contains(reader);
        }

        /** Whether the reader may ask for a case of money lost. */
        public boolean opening() {
            return reader == Role.CREDIT_OFFICER || reader == Role.CONTROLLER;
        }

        /** Whether the reader is of the bank or inspects it, and so reads its cases. */
        public boolean bank() {
            return reader != Role.GROUP_HEAD && reader != Role.ASSOCIATION_STAFF && reader != Role.COMMUNE_OFFICIAL;
        }
    }

    /**
     * A reconciliation.
     *
     * @param deadline what a difference that is entered today is given, unless somebody says otherwise
     */
    record SheetView(
            SupervisedGroup group,
            Listed head,
            List<Line> lines,
            Map<Integer, List<Step>> steps,
            LocalDate deadline,
            Role reader)
            implements ShowsPeople {

        /** The lines of which nobody said anything: absent members. */
        public List<Line> open() {
            return lines.stream().filter(each -> each.answer() == null).toList();
        }

        public List<Line> said() {
            return lines.stream().filter(each -> each.answer() != null).toList();
        }

        public List<Line> differing() {
            return lines.stream()
                    .filter(each -> each.answer() != null && each.answer().why() != null)
                    .toList();
        }

        public List<Step> stepsOf(Line line) {
            return steps.getOrDefault(line.number(), List.of());
        }

        public boolean isClosed(Line line) {
            return stepsOf(line).stream().anyMatch(Step::closing);
        }

        public boolean isLate(Line line) {
            var why = line.answer() == null ? null : line.answer().why();
            return why != null && !isClosed(line) && why.deadline().isBefore(group.openDay());
        }

        public boolean entering() {
            return ENTERING.contains(reader);
        }

        public boolean following() {
            return entering() || closing();
        }

        public boolean closing() {
            return CLOSING.contains(reader);
        }

        @Override
        public Purpose purpose() {
            return Purpose.GROUPS;
        }

        @Override
        public List<Long> people() {
            return lines.stream()
                    .map(Line::member)
                    .filter(each -> each.name() != null)
                    .map(Reconciliations.Member::personId)
                    .distinct()
                    .toList();
        }
    }

    /** A printed list, with whom it names. */
    record Paper(PrintedForm file, List<Long> people) implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.GROUPS;
        }
    }
}
