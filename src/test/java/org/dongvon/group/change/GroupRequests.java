package org.dongvon.group.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.shared.Actor;
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
        var kind = beans.getBeansOfType(GroupChange.class).values().stream()
                .filter(each -> each.slug().equals(slug))
                .findFirst()
                .orElseThrow();
        var subject =
                beans.getBean(Transactions.class).read(officer(), () -> kind.subject(code + "-T" + group, wanted));
        return request(kind.name(), subject, wanted);
    }

    long found(Facts wanted) {
        var founding = beans.getBean(FoundGroup.class);
        var subject = beans.getBean(Transactions.class).read(officer(), () -> founding.subject(wanted));
        return request(FoundGroup.NAME, subject, wanted);
    }

    private long request(String kind, String subject, Facts wanted) {
        return beans.getBean(RequestChange.class)
                .run(
                        officer(),
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
