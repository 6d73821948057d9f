package org.dongvon.capital.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.capital.plan.PlanBook.At;
import org.dongvon.capital.plan.PlanBook.Decision;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.Unit;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.ChangeKind;
import org.dongvon.shared.change.Fact;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.PointsAndDays;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.dongvon.shared.timeline.Subject;
import org.springframework.stereotype.Component;

/**
 * A decision that splits a unit's target of a line to those below it for some months, or that enters the target which a
 * country or province was given from outside. The subject is the line, such as {@code 2026:LECHAN:GQVL:CENTRAL}.
 */
@Component
public class PlanChange implements ChangeKind {

    public static final String NAME = "capital.plan";

    private static final String FROM = "from-month";
    private static final String THROUGH = "through-month";
    private static final String TARGETS = "targets";

    private final PlanBook book;
    private final PlanPages pages;
    private final Units units;
    private final BusinessDays days;
    private final Messages messages;

    PlanChange(PlanBook book, PlanPages pages, Units units, BusinessDays days, Messages messages) {
        this.book = book;
        this.pages = pages;
        this.units = units;
        this.days = days;
        this.messages = messages;
    }

    /** The fields of such a decision: its months, and who is given how much by unit code or name of a hamlet. */
    public static Facts wanted(Months months, Map<String, Dong> targets) {
        return Facts.none()
                .count(FROM, months.from())
                .count(THROUGH, months.through())
                .text(TARGETS, Part.write(targets));
    }

    /** The amounts that a request wants, by unit code or name of a hamlet. */
    static Map<String, Dong> targets(Facts wanted) {
        return parts(wanted).stream().collect(Collectors.toMap(Part::key, Part::amount));
    }

    static Months months(Facts wanted) {
        return new Months(Math.toIntExact(wanted.countOf(FROM)), Math.toIntExact(wanted.countOf(THROUGH)));
    }

    private static List<Part> parts(Facts wanted) {
        return wanted.has(TARGETS) ? Part.read(wanted.textOf(TARGETS)) : List.of();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Role> makers() {
        return Set.of(Role.CREDIT_OFFICER, Role.ACCOUNTANT, Role.DIRECTOR, Role.MANAGER);
    }

    @Override
    public List<Role> approvers() {
        return List.of(Role.DIRECTOR, Role.MANAGER);
    }

    @Override
    public Label describe(String subject) {
        var line = PlanLine.parse(subject);
        var unit = units.find(line.unit()).map(Unit::name).orElse(line.unit());
        var words = unit + " · " + line.programme() + " · " + line.year() + " · ";
        return new Label(words + source(Language.VI, line), words + source(Language.EN, line));
    }

    private String source(Language language, PlanLine line) {
        return messages.text(language, "planSource." + line.source());
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return pages.find(PlanLine.parse(subject)).pointId();
    }

    /** What each has in the decision's months. */
    @Override
    public Facts current(String subject, Facts wanted) {
        var line = PlanLine.parse(subject);
        var found = pages.find(line);
        if (found.pointId() != PointsAndDays.COUNTRY) {
            days.hold(units.point(found.pointId()).officeId());
        }
        var rules = pages.rules(line, found);
        var months = months(wanted);
        Map<String, List<Optional<Dong>>> now = new HashMap<>();
        rules.resolve(parts(wanted)).forEach(target -> {
            var key = target.hamlet().isEmpty() ? code(rules, target.unitId()) : target.hamlet();
            var amounts = months.all()
                    .mapToObj(month ->
                            Optional.ofNullable(rules.targets().get(new At(target.unitId(), target.hamlet(), month))))
                    .distinct()
                    .toList();
            now.put(key, amounts);
        });
        return Facts.none()
                .count(FROM, months.from())
                .count(THROUGH, months.through())
                .text(TARGETS, Part.found(parts(wanted), now));
    }

    private static String code(PlanRules rules, long unitId) {
        return rules.children().stream()
                .filter(each -> each.id() == unitId)
                .map(Unit::code)
                .findFirst()
                .orElse(rules.unit().code());
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var line = PlanLine.parse(subject);
        var found = pages.find(line);
        var rules = pages.rules(line, found);
        var months = months(wanted);
        months.requireOpen(line.year(), found.today());
        var targets = rules.resolve(parts(wanted));
        rules.check(months, targets);
        if (rules.isOwn(parts(wanted))) {
            requireRoomAbove(line, found, months, targets.getFirst().amount(), rules);
        }
    }

    private void requireRoomAbove(PlanLine line, PlanPages.Found found, Months months, Dong amount, PlanRules rules) {
        var above = pages.parent(found);
        if (above.isEmpty()) {
            return;
        }
        months.all().forEach(month -> {
            var had = rules.targets().getOrDefault(new At(found.unit().id(), "", month), Dong.ZERO);
            book.room(line, above.get().id(), month).map(had::plus).ifPresent(room -> {
                if (amount.isMoreThan(room)) {
                    throw new Refused(
                            CapitalRefusal.PLAN_ABOVE_PARENT,
                            amount,
                            above.get().name(),
                            room,
                            month);
                }
            });
        });
    }

    /** What the unit has in the first month, and what of it would be left. */
    @Override
    public Facts preview(Actor reader, String subject, Facts wanted) {
        var line = PlanLine.parse(subject);
        var rules = pages.rules(line, pages.find(line));
        int month = months(wanted).from();
        var id = rules.unit().id();
        var own = rules.targets().get(new At(id, "", month));
        return own == null
                ? Facts.none()
                : Facts.none()
                        .dong("own", own)
                        .dong("left", own.minus(rules.below().getOrDefault(new At(id, "", month), Dong.ZERO)));
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var line = PlanLine.parse(approved.subject());
        var found = pages.find(line);
        var rules = pages.rules(line, found);
        var parts = parts(approved.wanted());
        var parent = rules.isOwn(parts)
                ? pages.parent(found).map(Unit::id).orElse(null)
                : Long.valueOf(found.unit().id());
        var document = Objects.requireNonNull(approved.basis().document());
        book.add(
                line,
                new Decision(
                        found.pointId(),
                        parent,
                        months(approved.wanted()),
                        document,
                        approved.place().day(),
                        approved.submission()),
                rules.resolve(parts));
    }

    @Override
    public Optional<String> words(Language language, String subject, Fact fact) {
        var value = fact.value();
        if (!fact.name().equals(TARGETS) || value == null) {
            return Optional.empty();
        }
        var formats = Formats.in(language);
        return Optional.of(
                Part.words(value, key -> units.find(key).map(Unit::name).orElse(key), formats::dong));
    }

    @Override
    public Subject.Kind historyOf() {
        return Subject.Kind.PLAN;
    }

    @Override
    public String form(String subject) {
        return "/plan/targets/" + subject;
    }
}
