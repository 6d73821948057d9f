package org.dongvon.group.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Narrowing;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.support.Village;
import org.springframework.context.ApplicationContext;

/** Asks for changes of a village's groups as its credit officer, and approves them as commune or director. */
final class GroupRequests {

    private final ApplicationContext beans;
    private final Village village;
    private final String code;

    GroupRequests(ApplicationContext beans, Village village, String code) {
        this.beans = beans;
        this.village = village;
        this.code = code;
    }

    static Facts minutes(Facts facts, int present, int favour) {
        return facts.date("held", Village.FIRST_DAY).count("present", present).count("favour", favour);
    }

    long ask(String slug, int group, Facts wanted) {
        return ask(officer(), slug, group, wanted);
    }

    long ask(Actor maker, String slug, int group, Facts wanted) {
        var kind = beans.getBeansOfType(GroupChange.class).values().stream()
                .filter(each -> each.slug().equals(slug))
                .findFirst()
                .orElseThrow();
        var subject = beans.getBean(Transactions.class).read(maker, () -> kind.subject(code + "-T" + group, wanted));
        return request(maker, kind.name(), subject, wanted);
    }

    long found(Facts wanted) {
        return found(officer(), wanted);
    }

    long found(Actor maker, Facts wanted) {
        var founding = beans.getBean(FoundGroup.class);
        var subject = beans.getBean(Transactions.class).read(maker, () -> founding.subject(wanted));
        return request(maker, FoundGroup.NAME, subject, wanted);
    }

    /** A household asks to move to another hamlet. */
    long move(String household, String hamlet) {
        return request(MoveHousehold.NAME, household, Facts.none().text("hamlet", hamlet));
    }

    private long request(String kind, String subject, Facts wanted) {
        return request(officer(), kind, subject, wanted);
    }

    private long request(Actor maker, String kind, String subject, Facts wanted) {
        return beans.getBean(RequestChange.class)
                .run(
                        maker,
                        new RequestChange.Proposal(
                                UUID.randomUUID(),
                                kind,
                                subject,
                                wanted,
                                new Basis("Tổ đã họp và thống nhất", null, null)));
    }

    void approve(Actor who, long id) {
        beans.getBean(DecideChange.class).approve(who, UUID.randomUUID(), id);
    }

    private Actor officer() {
        return colleague(village.leader, Role.CREDIT_OFFICER);
    }

    Actor commune() {
        return colleague(village.controller, Role.COMMUNE_OFFICIAL);
    }

    /** Staff of an association at the village's point. */
    Actor association(String association) {
        var staff = colleague(village.teller, Role.ASSOCIATION_STAFF);
        return new Actor(
                staff.id(),
                staff.personId(),
                staff.login(),
                staff.name(),
                staff.role(),
                staff.officeId(),
                staff.scope().narrowedTo(Narrowing.ofAssociation(association)));
    }

    private Actor colleague(Actor who, Role role) {
        return new Actor(
                who.id(),
                who.personId(),
                who.login(),
                who.name(),
                role,
                village.office,
                Scope.of(village.direct, village.point));
    }

    static void refused(Refusal refusal, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
