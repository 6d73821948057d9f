package org.dongvon.supervision.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.dongvon.form.FilledForm;
import org.dongvon.form.Letterhead;
import org.dongvon.form.paper.MeetingMinutes;
import org.dongvon.session.SessionHeads;
import org.dongvon.session.SessionHeads.SessionHead;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.dongvon.supervision.meeting.MeetingFigures.Heard;
import org.dongvon.supervision.meeting.MeetingFigures.OfGroup;
import org.dongvon.supervision.meeting.MeetingFigures.Topic;
import org.dongvon.supervision.meeting.Meetings.Figures;
import org.dongvon.supervision.meeting.Meetings.Root;
import org.dongvon.supervision.meeting.Meetings.Sat;
import org.dongvon.supervision.meeting.Meetings.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Gathers what the page and the paper of a coordination meeting show. */
@Service
class MeetingPages {

    private final Meetings meetings;
    private final MeetingFigures figures;
    private final SessionHeads heads;
    private final Messages messages;
    private final Transactions transactions;

    MeetingPages(
            Meetings meetings,
            MeetingFigures figures,
            SessionHeads heads,
            Messages messages,
            Transactions transactions) {
        this.meetings = meetings;
        this.figures = figures;
        this.heads = heads;
        this.messages = messages;
        this.transactions = transactions;
    }

    /**
     * The meeting of a session, with the records of one figure of one group.
     *
     * @throws Refused {@link org.dongvon.session.SessionRefusal#UNKNOWN_SESSION}
     */
    View view(Actor actor, long session, @Nullable Explained explained) {
        return transactions.read(actor, () -> {
            var head = heads.get(session);
            var written = meetings.written(session);
            boolean held = !head.place().isDirect() && !head.isOpen();
            return new View(
                    head,
                    held,
                    held ? meetings.countedOn(session) : head.day(),
                    written.orElse(null),
                    meetings.seats(session),
                    held
                            ? figures.of(
                                    session,
                                    written.isPresent() && written.get().signedOn() != null)
                            : List.of(),
                    explained,
                    !held || explained == null
                            ? List.of()
                            : figures.records(session, explained.group(), explained.topic()),
                    meetings.root(session).orElse(null),
                    actor);
        });
    }

    /**
     * The signed minutes as a paper.
     *
     * @throws Refused {@link MeetingRefusal#MEETING_NOT_SIGNED}
     */
    FilledForm paper(Actor actor, long session) {
        var view = view(actor, session, null);
        var written = view.written();
        if (written == null || written.signedOn() == null || written.chair() == null) {
            throw new Refused(MeetingRefusal.MEETING_NOT_SIGNED);
        }
        var place = view.head().place();
        var root = view.root();
        return new FilledForm(
                new MeetingMinutes(
                        Letterhead.ofOffice(place.office(), place.point(), view.asOf()),
                        new MeetingMinutes.Held(
                                place.code(),
                                place.point(),
                                place.address(),
                                view.head().day(),
                                written.chair(),
                                written.signedOn()),
                        view.seats().stream()
                                .flatMap(each -> Stream.ofNullable(attendee(each)))
                                .toList(),
                        view.groups().stream().map(this::row).toList(),
                        new MeetingMinutes.Texts(
                                lines(written.texts().news()),
                                lines(written.texts().opinions()),
                                lines(written.texts().conclusion())),
                        root == null ? "" : root.hash()),
                view.people());
    }

    private static List<String> lines(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }

    private MeetingMinutes.@Nullable Attendee attendee(Sat seat) {
        var mark = seat.mark();
        if (mark == null) {
            return null;
        }
        var head = seat.of().head();
        boolean byRegister = mark.name().isEmpty() && mark.presence() == Presence.PRESENT && head != null;
        return new MeetingMinutes.Attendee(
                seat.groupId() == null && seat.association() == null
                        ? messages.text(Language.VI, "meeting.commune")
                        : seat.of().name().vi(),
                byRegister ? Objects.requireNonNull(head) : mark.name(),
                messages.text(Language.VI, "presence." + mark.presence()),
                mark.presence().isThere());
    }

    private MeetingMinutes.Row row(OfGroup group) {
        var debt = group.figures().debt();
        return new MeetingMinutes.Row(
                group.code(),
                group.name(),
                group.handedIn(),
                new MeetingMinutes.Debt(
                        debt.outstanding().amount(),
                        debt.overdue().amount(),
                        debt.arrears().amount()),
                group.figures().unchecked(),
                group.figures().due().amount(),
                group.rating() == null ? "" : messages.text(Language.VI, "ratingClass." + group.rating()));
    }

    /** Which figure of which group is explained. */
    record Explained(long group, Topic topic) {}

    /** A meeting. */
    record View(
            SessionHead head,
            boolean held,
            LocalDate asOf,
            @Nullable Written written,
            List<Sat> seats,
            List<OfGroup> groups,
            @Nullable Explained explained,
            List<Heard> records,
            @Nullable Root root,
            Actor reader)
            implements ShowsPeople {

        public boolean signed() {
            return written != null && written.signedOn() != null;
        }

        /** Whether the reader may still write in it. */
        public boolean writing() {
            return held && !signed() && (reader.role() == Role.LEADER || reader.role() == Role.CREDIT_OFFICER);
        }

        /** Whether the reader chaired it and may sign it. */
        public boolean signing() {
            return held && !signed() && head.session().team().leaderId() == reader.id();
        }

        public Figures total() {
            return groups.stream().map(OfGroup::figures).reduce(Figures.NOTHING, Figures::plus);
        }

        /** Groups that handed in no sheet. */
        public List<OfGroup> absent() {
            return groups.stream().filter(each -> !each.handedIn()).toList();
        }

        /** The group whose figure is explained. */
        public Optional<OfGroup> explainedGroup() {
            return groups.stream()
                    .filter(each -> explained != null && each.id() == explained.group())
                    .findFirst();
        }

        /** Whether the reader reads the books, where the minutes of the day are. */
        public boolean books() {
            return reader.role() != Role.CREDIT_OFFICER;
        }

        /** Whoever writes sees every head by name; afterwards a head stands there who came in person. */
        private boolean showsHead(Sat seat) {
            var mark = seat.mark();
            return writing()
                    || (mark != null
                            && mark.presence() == Presence.PRESENT
                            && mark.name().isEmpty());
        }

        @Override
        public Purpose purpose() {
            return Purpose.SESSION;
        }

        @Override
        public List<Long> people() {
            return Stream.concat(
                            seats.stream()
                                    .filter(this::showsHead)
                                    .flatMap(each -> Stream.ofNullable(each.of().headId())),
                            records.stream().filter(each -> each.name() != null).map(Heard::personId))
                    .distinct()
                    .toList();
        }
    }
}
