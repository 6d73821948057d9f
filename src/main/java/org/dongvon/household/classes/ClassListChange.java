package org.dongvon.household.classes;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dongvon.household.HouseholdClass;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.ChangeKind;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.PointsAndDays;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Loading a commune's list of classes. The subject is the code of its decision; the file waits beside the request. */
@Component
class ClassListChange implements ChangeKind {

    static final String NAME = "household.class-list";

    static final Set<Role> MAKERS = Set.of(Role.CREDIT_OFFICER);

    private final ClassStore store;
    // It asks for the change that this kind makes.
    private final ObjectProvider<ClassFiles> files;
    private final PointsAndDays places;

    ClassListChange(ClassStore store, ObjectProvider<ClassFiles> files, PointsAndDays places) {
        this.store = store;
        this.files = files;
        this.places = places;
    }

    static Facts wanted(ListPlan plan, String file, UUID key) {
        var facts = Facts.none()
                .text("file", file)
                .word("extent", "class.extent." + plan.extent())
                .count("households", plan.entries().size());
        for (var each : HouseholdClass.values()) {
            facts = facts.count(each.name(), plan.count(each));
        }
        return facts.hidden("upload", key.toString());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Role> makers() {
        return MAKERS;
    }

    @Override
    public List<Role> approvers() {
        return List.of(Role.DIRECTOR);
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return places.home(maker);
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        return Facts.none();
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var plan = files.getObject().approved(actor, upload(wanted));
        if (store.isLoaded(subject, plan.points())) {
            throw new Refused(ClassRefusal.LIST_LOADED, subject);
        }
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        store.add(files.getObject().approved(checker, upload(approved.wanted())), approved.submission());
    }

    @Override
    public String form(String subject) {
        return "/classes/files";
    }

    private static UUID upload(Facts wanted) {
        return UUID.fromString(wanted.textOf("upload"));
    }
}
