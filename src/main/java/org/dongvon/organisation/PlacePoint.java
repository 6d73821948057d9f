package org.dongvon.organisation;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.ChangeKind;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.timeline.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The area of a point lies in another commune from a day on, by a decision. The subject is the point's code. */
@Component
public class PlacePoint implements ChangeKind {

    public static final String NAME = "organisation.point-place";

    private static final int LONGEST = 120;

    private static final String ADD = """
            insert into organisation.point_place (point_id, valid_from, commune, district, province, document)
            values (:point, :from, :commune, :district, :province, :document)
            """;

    private final JdbcClient db;
    private final Units units;
    private final PointPlaces places;

    PlacePoint(JdbcClient db, Units units, PointPlaces places) {
        this.db = db;
        this.units = units;
        this.places = places;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Role> makers() {
        return Set.of(Role.LEADER, Role.ACCOUNTANT, Role.CREDIT_OFFICER, Role.MANAGER);
    }

    @Override
    public List<Role> approvers() {
        return List.of(Role.DIRECTOR, Role.MANAGER);
    }

    @Override
    public Label describe(String subject) {
        return units.title(subject);
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return point(subject);
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        return places.of(point(subject)).stream()
                .findFirst()
                .map(newest -> Facts.none()
                        .date("from", newest.from())
                        .text("commune", newest.names().commune())
                        .text("district", newest.names().district())
                        .text("province", newest.names().province()))
                .orElse(Facts.none());
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        if (current.has("from") && !wanted.dateOf("from").isAfter(current.dateOf("from"))) {
            throw new Refused(OrganisationRefusal.PLACE_NOT_LATER, current.dateOf("from"));
        }
        boolean unfit = Stream.of("commune", "district", "province")
                .filter(field -> wanted.has(field) || !field.equals("district"))
                .map(wanted::textOf)
                .anyMatch(name -> name.isBlank()
                        || name.length() > LONGEST
                        || !Normalizer.isNormalized(name, Normalizer.Form.NFC));
        if (unfit) {
            throw new Refused(OrganisationRefusal.NAME_UNFIT, LONGEST);
        }
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var wanted = approved.wanted();
        db.sql(ADD)
                .param("point", point(approved.subject()))
                .param("from", wanted.dateOf("from"))
                .param("commune", wanted.textOf("commune"))
                .param("district", wanted.has("district") ? wanted.textOf("district") : null)
                .param("province", wanted.textOf("province"))
                .param("document", approved.basis().document())
                .update();
    }

    @Override
    public Subject.Kind historyOf() {
        return Subject.Kind.UNIT;
    }

    @Override
    public String form(String subject) {
        return "/units/" + subject + "/place";
    }

    private long point(String code) {
        var unit = units.byCode(code);
        if (unit.kind() != Unit.Kind.POINT) {
            throw new Refused(OrganisationRefusal.UNKNOWN_POINT, code);
        }
        return unit.id();
    }
}
