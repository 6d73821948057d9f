package org.dongvon.loan.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dongvon.loan.application.ApplicationFiles.Application;
import org.dongvon.programme.Fraction;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.stereotype.Service;

/**
 * Enters the minutes of a group's meeting (bình xét, 10C/TD): who was chosen by a majority of those present, when enough
 * of the members were.
 */
@Service
public class HoldMeeting {

    private final ApplicationFiles files;
    private final Programmes programmes;
    private final Submissions submissions;

    HoldMeeting(ApplicationFiles files, Programmes programmes, Submissions submissions) {
        this.files = files;
        this.programmes = programmes;
        this.submissions = submissions;
    }

    /**
     * Enters the minutes; returns the applications that were chosen.
     *
     * @throws Refused {@link ApplicationRefusal}
     */
    public List<String> run(Actor actor, Minutes minutes) {
        var submission = new Submission(minutes.key(), "loan.HoldMeeting", minutes.content());
        return submissions
                .once(actor, submission, Held.class, () -> {
                    actor.requireRole(Role.GROUP_HEAD);
                    var applications = files.lock(
                            minutes.votes().stream().map(Vote::application).toList());
                    var first = applications.getFirst();
                    int members = check(minutes, applications);
                    var majority = programmes
                            .current()
                            .parameters()
                            .fraction(ParameterCode.GROUP_SELECTION_MAJORITY, minutes.heldOn());
                    long meeting = files.hold(minutes, applications, members);
                    files.move(
                            actor,
                            minutes.key(),
                            applications.stream()
                                    .map(each -> each.by(minutes.result(each.code(), majority)))
                                    .toList(),
                            null);
                    return new Submissions.Done<>(
                            first.place().pointId(), first.openDay(), new Held(meeting, minutes.chosen(majority)));
                })
                .chosen();
    }

    private int check(Minutes minutes, List<Application> applications) {
        var first = applications.getFirst();
        if (!applications.stream()
                .allMatch(each -> each.step() == Step.AT_GROUP
                        && Objects.equals(each.who().groupId(), first.who().groupId()))) {
            throw new Refused(ApplicationRefusal.APPLICATION_ELSEWHERE, first.code());
        }
        if (minutes.heldOn().isAfter(first.openDay())) {
            throw new Refused(ApplicationRefusal.MEETING_NOT_HELD_YET, minutes.heldOn(), first.openDay());
        }
        int members = files.members(
                Objects.requireNonNull(first.who().groupId(), "what waits for a meeting has a group"),
                minutes.heldOn());
        var quorum = programmes.current().parameters().fraction(ParameterCode.GROUP_SELECTION_QUORUM, minutes.heldOn());
        if (minutes.present() > members) {
            throw new Refused(ApplicationRefusal.VOTES_DO_NOT_ADD);
        }
        if (quorum.compare(minutes.present(), members) < 0) {
            throw new Refused(ApplicationRefusal.MEETING_WITHOUT_QUORUM, minutes.present(), members, quorum.toString());
        }
        return members;
    }

    /** What the minutes say. */
    public record Minutes(UUID key, LocalDate heldOn, int present, List<Vote> votes) {

        /**
         * The minutes.
         *
         * @throws Refused {@link ApplicationRefusal#VOTES_DO_NOT_ADD}
         */
        public Minutes {
            votes = List.copyOf(votes);
            long different = votes.stream().map(Vote::application).distinct().count();
            boolean add = votes.stream()
                    .allMatch(
                            v -> v.inFavour() >= 0 && v.against() >= 0 && (long) v.inFavour() + v.against() <= present);
            if (present <= 0 || votes.isEmpty() || different != votes.size() || !add) {
                throw new Refused(ApplicationRefusal.VOTES_DO_NOT_ADD);
            }
        }

        Move result(String application, Fraction majority) {
            return chosen(majority).contains(application) ? Move.ACCEPT : Move.REJECT;
        }

        List<String> chosen(Fraction majority) {
            return votes.stream()
                    .filter(vote -> majority.compare(vote.inFavour(), present) > 0)
                    .map(Vote::application)
                    .toList();
        }

        String content() {
            return votes.stream()
                    .map(v -> v.application() + ":" + v.inFavour() + ":" + v.against())
                    .collect(Collectors.joining(" ", heldOn + " " + present + "\n", ""));
        }
    }

    /** The votes on one application; whoever is present and in neither number abstained. */
    public record Vote(String application, int inFavour, int against) {}

    record Held(long meeting, List<String> chosen) {}
}
