package org.dongvon.supervision.rating;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.dongvon.group.GroupRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.supervision.SupervisionRefusal;
import org.dongvon.supervision.rating.RatingFiles.Counted;
import org.dongvon.supervision.rating.RatingFiles.Rating;
import org.dongvon.supervision.rating.RatingFiles.Score;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts the pages of ratings together, each on one snapshot. */
@Service
class RatingPages {

    /** More groups than an office has. */
    static final int MOST = 2_000;

    private final RatingFiles files;
    private final Transactions transactions;

    RatingPages(RatingFiles files, Transactions transactions) {
        this.files = files;
        this.transactions = transactions;
    }

    /** The ratings of a month, or of the newest; of one class or all. */
    Listed list(Actor actor, @Nullable LocalDate asked, @Nullable RatingClass only) {
        return transactions.read(actor, () -> {
            var months = files.months();
            var month = asked != null ? asked : months.isEmpty() ? null : months.getFirst();
            var counts = new EnumMap<RatingClass, Long>(RatingClass.class);
            if (month == null) {
                return new Listed(null, months, counts, only, List.of());
            }
            files.counts(month).forEach(each -> counts.put(each.ratingClass(), each.groups()));
            return new Listed(month, months, counts, only, files.ofMonth(month, only, MOST));
        });
    }

    /**
     * A group's ratings, one of them with its scores, and one of the scores with its records.
     *
     * @throws Refused {@link GroupRefusal#UNKNOWN_GROUP}, {@link SupervisionRefusal#NOT_RATED}
     */
    Shown show(Actor actor, String code, @Nullable LocalDate month, @Nullable Criterion criterion) {
        return transactions.read(actor, () -> {
            if (!files.isKnown(code)) {
                throw new Refused(GroupRefusal.UNKNOWN_GROUP, code);
            }
            var history = files.ofGroup(code);
            var chosen = history.stream()
                    .filter(each -> month == null || each.standing().month().equals(month))
                    .findFirst()
                    .orElseThrow(() -> new Refused(SupervisionRefusal.NOT_RATED, code));
            return new Shown(
                    chosen,
                    history,
                    files.scores(chosen),
                    criterion,
                    criterion == null ? List.of() : files.records(chosen, criterion));
        });
    }

    /** The ratings of a month. */
    record Listed(
            @Nullable LocalDate month,
            List<LocalDate> months,
            Map<RatingClass, Long> counts,
            @Nullable RatingClass only,
            List<Rating> ratings)
            implements ShowsPeople {

        /** Of a class; 0 when there is none. */
        public long count(RatingClass of) {
            return counts.getOrDefault(of, 0L);
        }

        public long all() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }

        @Override
        public Purpose purpose() {
            return Purpose.GROUPS;
        }

        @Override
        public List<Long> people() {
            return ratings.stream()
                    .flatMap(each -> Stream.ofNullable(each.headId()))
                    .toList();
        }
    }

    /** A group's rating, explained. */
    record Shown(
            Rating rating,
            List<Rating> history,
            List<Score> scores,
            @Nullable Criterion criterion,
            List<Counted> records)
            implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.GROUPS;
        }

        @Override
        public List<Long> people() {
            return Stream.concat(
                            Stream.ofNullable(rating.headId()),
                            records.stream()
                                    .map(Counted::member)
                                    .filter(Objects::nonNull)
                                    .filter(each -> !each.restricted())
                                    .map(RatingFiles.Member::personId))
                    .toList();
        }
    }
}
