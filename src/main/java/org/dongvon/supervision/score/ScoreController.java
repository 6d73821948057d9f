package org.dongvon.supervision.score;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dongvon.session.SessionHeads;
import org.dongvon.session.SessionHeads.SessionHead;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.supervision.score.SessionScores.Counted;
import org.dongvon.supervision.score.SessionScores.Point;
import org.dongvon.supervision.score.SessionScores.Scored;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The scores of a month's sessions, and one of them with its records. */
@Controller
class ScoreController {

    /** More sessions than a province holds in a month. */
    private static final int MOST = 1_000;

    private final SessionScores scores;
    private final SessionHeads heads;
    private final Transactions transactions;

    ScoreController(SessionScores scores, SessionHeads heads, Transactions transactions) {
        this.scores = scores;
        this.heads = heads;
        this.transactions = transactions;
    }

    @GetMapping("/session-scores")
    String index(Actor actor, @RequestParam(defaultValue = "") String month, Model model) {
        model.addAttribute("list", transactions.read(actor, () -> {
            var months = scores.months();
            var chosen = month(month).or(() -> months.stream().findFirst());
            return new Listed(
                    chosen.orElse(null),
                    months,
                    chosen.map(day -> scores.ofMonth(day, MOST)).orElse(List.of()));
        }));
        return "supervision/score/scores";
    }

    @GetMapping("/sessions/{id}/score")
    String show(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") String criterion, Model model) {
        var chosen = Arrays.stream(SessionCriterion.values())
                .filter(each -> each.name().equals(criterion))
                .findFirst();
        model.addAttribute("shown", transactions.read(actor, () -> {
            var head = heads.get(id);
            var scored = scores.of(id);
            return new Shown(
                    head,
                    scored.orElse(null),
                    scores.points(id),
                    chosen.orElse(null),
                    scored.isEmpty()
                            ? List.of()
                            : chosen.map(each -> scores.records(id, each)).orElse(List.of()));
        }));
        return "supervision/score/score";
    }

    /** A month of an address, which a page made; anything else is as if there were none. */
    private static Optional<LocalDate> month(String typed) {
        try {
            return typed.length() == "2024-04".length()
                    ? Optional.of(YearMonth.parse(typed).atDay(1))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The sessions of a month. */
    record Listed(@Nullable LocalDate month, List<LocalDate> months, List<Scored> sessions) {

        /** The mean, in hundredths, HALF_UP; none without a session. */
        public @Nullable Long mean() {
            if (sessions.isEmpty()) {
                return null;
            }
            long sum = sessions.stream().mapToLong(Scored::points).sum();
            return Math.floorDiv(2 * sum + sessions.size(), 2L * sessions.size());
        }
    }

    /** A session's score, explained; there is none before its day is closed. */
    record Shown(
            SessionHead head,
            @Nullable Scored scored,
            List<Point> points,
            @Nullable SessionCriterion criterion,
            List<Counted> records)
            implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.SESSION;
        }

        @Override
        public List<Long> people() {
            return records.stream()
                    .map(Counted::member)
                    .filter(each -> each != null && each.name() != null)
                    .map(SessionScores.Member::personId)
                    .distinct()
                    .toList();
        }
    }
}
