package org.dongvon.session.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dongvon.engine.calendar.SessionDay;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.FormCode;
import org.dongvon.form.FormDocument;
import org.dongvon.form.FormRefusal;
import org.dongvon.form.Forms;
import org.dongvon.form.Letterhead;
import org.dongvon.form.PrintedForm;
import org.dongvon.form.paper.CollectionSheet;
import org.dongvon.form.paper.DueList;
import org.dongvon.form.paper.GroupInspection;
import org.dongvon.form.paper.OverdueNotice;
import org.dongvon.form.paper.ReconciliationList;
import org.dongvon.loan.LoanDesk;
import org.dongvon.loan.application.NoticePapers;
import org.dongvon.loan.application.NoticePapers.NoticePaper;
import org.dongvon.organisation.SessionCalendar;
import org.dongvon.organisation.Units;
import org.dongvon.session.SessionHeads;
import org.dongvon.session.paper.PaperGroups.PaperGroup;
import org.dongvon.session.paper.PaperLines.Line;
import org.dongvon.session.paper.PaperLines.LineKey;
import org.dongvon.session.paper.PaperLines.Loan;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Prints what a group takes to its session and home from it: 13/TD, 14/TD, 15/TD, the list of what falls due, 16/TD and 01/TGTV to be
 * filled in on the spot, and of a session the notices 04/TD of what it pays out.
 */
@Service
class GroupPapers {

    /** In addresses: every paper of a session, one kind after the other. */
    private static final String ALL = "all";

    private static final List<FormCode> OF_SESSION = List.of(
            FormCode.COLLECTION_SHEET,
            FormCode.APPROVAL_NOTICE,
            FormCode.OVERDUE_NOTICE,
            FormCode.RECONCILIATION,
            FormCode.DUE_LIST);

    private final PaperGroups groups;
    private final PaperLines lines;
    private final NoticePapers notices;
    private final Units units;
    private final SessionCalendar calendar;
    private final SessionHeads heads;
    private final Forms forms;
    private final Transactions transactions;

    GroupPapers(
            PaperGroups groups,
            PaperLines lines,
            NoticePapers notices,
            Units units,
            SessionCalendar calendar,
            SessionHeads heads,
            Forms forms,
            Transactions transactions) {
        this.groups = groups;
        this.lines = lines;
        this.notices = notices;
        this.units = units;
        this.calendar = calendar;
        this.heads = heads;
        this.forms = forms;
        this.transactions = transactions;
    }

    /**
     * The paper of one group: 13/TD for its next session, the others for the open day.
     *
     * @throws Refused {@link org.dongvon.group.GroupRefusal#UNKNOWN_GROUP}, {@link FormRefusal#UNKNOWN_FORM}, {@link
     *     FormRefusal#NOTHING_TO_PRINT}
     */
    Printed ofGroup(Actor actor, String code, String form) {
        var papers = transactions.read(actor, () -> {
            var group = groups.get(code);
            var wanted = form(form);
            var day = wanted == FormCode.COLLECTION_SHEET
                    ? calendar.nextSession(units.point(group.pointId()), group.openDay())
                    : group.openDay();
            return papers(wanted, List.of(group), new Held(group.pointId(), day, ""));
        });
        return new Printed(forms.print(papers.documents(), code), papers);
    }

    /**
     * The papers of one form, or all, of the groups of a session's point, in one file: those that have nothing to say are left
     * out.
     *
     * @throws Refused {@link org.dongvon.session.SessionRefusal#UNKNOWN_SESSION}, {@link FormRefusal#UNKNOWN_FORM}, {@link
     *     FormRefusal#NOTHING_TO_PRINT}
     */
    Printed ofSession(Actor actor, long session, String form) {
        var papers = transactions.read(actor, () -> {
            var head = heads.get(session);
            var point = head.session().pointId();
            var held = new Held(point, head.day(), known(head.team().teller()));
            var wanted = form.equals(ALL) ? OF_SESSION : List.of(form(form));
            return ofSession(wanted, groups.ofPoint(point), held)
                    .named(head.place().code());
        });
        return new Printed(forms.print(papers.documents(), papers.name()), papers);
    }

    private Papers ofSession(List<FormCode> wanted, List<PaperGroup> all, Held held) {
        var documents = new ArrayList<FormDocument>();
        var people = new ArrayList<Long>();
        for (var form : wanted) {
            var papers = form == FormCode.APPROVAL_NOTICE ? payouts(held) : papers(form, all, held);
            documents.addAll(papers.documents());
            people.addAll(papers.people());
        }
        return new Papers("", documents, people.stream().distinct().toList());
    }

    private Papers payouts(Held held) {
        var of = notices.ofDay(held.pointId(), held.day());
        return new Papers(
                "",
                of.stream().<FormDocument>map(NoticePaper::document).toList(),
                of.stream().flatMap(each -> each.people().stream()).toList());
    }

    /** A dash stands for somebody who is not in the register of staff; on paper the name is then written by hand. */
    private static String known(String name) {
        return name.equals("–") ? "" : name;
    }

    private static FormCode form(String slug) {
        return FormCode.of(slug).orElseThrow(() -> new Refused(FormRefusal.UNKNOWN_FORM, slug));
    }

    private Papers papers(FormCode form, List<PaperGroup> of, Held held) {
        if (form == FormCode.ACCOUNT_REGISTRATION) {
            return Registrations.of(
                    lines.unregistered(of.stream().map(PaperGroup::id).toList()), of, held.day());
        }
        var read = lines.of(of.stream().map(PaperGroup::id).toList());
        Function<PaperGroup, FormDocument> paper = switch (form) {
            case COLLECTION_SHEET -> sheets(read.values(), held).with(read);
            case OVERDUE_NOTICE -> notices(read, held);
            case RECONCILIATION -> reconciliations(read, held);
            case DUE_LIST -> dueLists(read, held);
            case GROUP_INSPECTION -> group -> inspection(group, read.getOrDefault(group.id(), List.of()), held);
            default -> throw new Refused(FormRefusal.UNKNOWN_FORM, form.slug());
        };
        var documents = new ArrayList<FormDocument>();
        var people = new ArrayList<Long>();
        for (var group : of) {
            var document = paper.apply(group);
            if (!isEmpty(document)) {
                documents.add(document);
                people.addAll(people(group, read.getOrDefault(group.id(), List.of())));
            }
        }
        return new Papers("", documents, people);
    }

    private static FormDocument inspection(PaperGroup group, List<Line> lines, Held held) {
        var members = lines.stream().filter(Line::firstOfMember).toList();
        return new GroupInspection(
                Letterhead.ofCitizen(group.line().point(), held.day()),
                group.line(),
                new GroupInspection.Figures(
                        members.size(),
                        (int) members.stream()
                                .filter(line -> line.loan() != null)
                                .count(),
                        Dong.sum(lines.stream().map(Line::outstanding).toList()),
                        Dong.sum(lines.stream().map(Line::overdue).toList()),
                        Dong.sum(members.stream()
                                .map(line -> line.member().deposit())
                                .filter(Objects::nonNull)
                                .toList())));
    }

    private static boolean isEmpty(FormDocument document) {
        return switch (document) {
            case CollectionSheet sheet -> sheet.rows().isEmpty();
            case OverdueNotice notice -> notice.rows().isEmpty();
            case ReconciliationList list -> list.rows().isEmpty();
            case DueList list -> list.rows().isEmpty();
            case GroupInspection inspection -> inspection.figures().members() == 0;
            default -> throw new IllegalArgumentException(document.code().number());
        };
    }

    private static List<Long> people(PaperGroup group, List<Line> lines) {
        return Stream.concat(
                        Stream.ofNullable(group.headId()),
                        lines.stream().map(line -> line.member().personId()))
                .toList();
    }

    private Sheets sheets(Collection<List<Line>> read, Held held) {
        return new Sheets(
                lines.desk(read),
                lines.taken(held.pointId(), held.day()),
                units.point(held.pointId()).sessionDay(),
                held);
    }

    private Function<PaperGroup, FormDocument> notices(Map<Long, List<Line>> read, Held held) {
        var desk = lines.desk(read.values());
        var since = lines.overdueSince(read.values());
        return group -> {
            var rows = new ArrayList<OverdueNotice.Row>();
            for (var line : read.getOrDefault(group.id(), List.of())) {
                var loan = line.loan();
                var moved = loan == null ? null : since.get(loan.id());
                var balance = loan == null ? null : desk.balances().get(loan.id());
                if (loan != null
                        && moved != null
                        && balance != null
                        && loan.overdue().isPositive()) {
                    rows.add(new OverdueNotice.Row(
                            rows.size() + 1,
                            line.member().name(),
                            loan.programme(),
                            loan.code(),
                            moved.day(),
                            new OverdueNotice.Balance(loan.outstanding(), loan.overdue()),
                            desk.overdueRateOn(balance, held.day()),
                            moved.instalment()));
                }
            }
            return new OverdueNotice(group.letterhead(held.day()), group.line(), rows, "");
        };
    }

    private Function<PaperGroup, FormDocument> reconciliations(Map<Long, List<Line>> read, Held held) {
        var desk = lines.desk(read.values());
        return group -> new ReconciliationList(
                group.letterhead(held.day()),
                group.line(),
                read.getOrDefault(group.id(), List.of()).stream()
                        .map(line -> new ReconciliationList.Row(
                                line.member().ordinal(),
                                line.member().name(),
                                line.programme(),
                                line.code(),
                                new ReconciliationList.Book(
                                        line.outstanding(), line.overdue(), asked(desk, line.loan(), held.day())),
                                line.firstOfMember() ? line.member().deposit() : null,
                                null))
                        .toList());
    }

    private Function<PaperGroup, FormDocument> dueLists(Map<Long, List<Line>> read, Held held) {
        var month = held.day().plusMonths(1).withDayOfMonth(1);
        var due = lines.due(read.values(), month);
        return group -> {
            var rows = new ArrayList<DueList.Row>();
            for (var line : read.getOrDefault(group.id(), List.of())) {
                var loan = line.loan();
                for (var each : loan == null ? List.<PaperLines.Due>of() : due.getOrDefault(loan.id(), List.of())) {
                    rows.add(new DueList.Row(
                            rows.size() + 1,
                            line.member().name(),
                            line.programme(),
                            line.code(),
                            new DueList.Days(each.contractDate(), each.dueOn()),
                            each.amount(),
                            line.outstanding(),
                            each.last()));
                }
            }
            return new DueList(group.letterhead(held.day()), group.line(), month, rows, "");
        };
    }

    private static Dong asked(LoanDesk desk, @Nullable Loan loan, LocalDate day) {
        var balance = loan == null ? null : desk.balances().get(loan.id());
        return balance == null ? Dong.ZERO : desk.interestAskedOn(balance, day);
    }

    /** The session that the papers are of: where, when, and who takes the money in. */
    private record Held(long pointId, LocalDate day, String teller) {}

    /** What all sheets of a session share. */
    private record Sheets(
            LoanDesk desk,
            Map<LineKey, CollectionSheet.Taken> taken,
            @Nullable SessionDay days,
            Held held) {

        Function<PaperGroup, FormDocument> with(Map<Long, List<Line>> read) {
            return group -> new CollectionSheet(
                    group.letterhead(held.day()),
                    group.line(),
                    held.day(),
                    read.getOrDefault(group.id(), List.of()).stream()
                            .map(this::row)
                            .toList(),
                    held.teller());
        }

        /** A deposit that came without interest is booked without a loan, and stands on the member's first line. */
        private CollectionSheet.@Nullable Taken takenOf(Line line) {
            var withLoan = taken.get(line.key());
            var alone = line.loan() != null && line.firstOfMember()
                    ? taken.get(new LineKey(line.member().id(), null))
                    : null;
            if (withLoan == null || alone == null) {
                return withLoan == null ? alone : withLoan;
            }
            return new CollectionSheet.Taken(
                    withLoan.interest().plus(alone.interest()),
                    withLoan.deposit().plus(alone.deposit()));
        }

        private CollectionSheet.Row row(Line line) {
            var asked = asked(desk, line.loan(), held.day());
            var arrears = days == null
                    ? Dong.ZERO
                    : asked(desk, line.loan(), days.lastBefore(held.day())).min(asked);
            return new CollectionSheet.Row(
                    line.member().ordinal(),
                    line.member().name(),
                    line.programme(),
                    line.code(),
                    new CollectionSheet.Asked(
                            line.outstanding(),
                            arrears,
                            asked.minus(arrears),
                            line.firstOfMember() && line.member().deposit() != null
                                    ? line.member().monthlySaving()
                                    : Dong.ZERO),
                    takenOf(line));
        }
    }

    /** The filled papers and whom they name. */
    record Papers(String name, List<FormDocument> documents, List<Long> people) implements ShowsPeople {

        Papers named(String newName) {
            return new Papers(newName, documents, people);
        }

        @Override
        public Purpose purpose() {
            return Purpose.GROUPS;
        }
    }

    /** The file, with whom it names. */
    record Printed(PrintedForm file, Papers papers) {}
}
