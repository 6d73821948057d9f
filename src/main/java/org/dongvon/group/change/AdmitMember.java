package org.dongvon.group.change;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dongvon.group.CreditGroups.NewMember;
import org.dongvon.group.FollowsMembers;
import org.dongvon.group.GroupRefusal;
import org.dongvon.group.change.GroupBook.Group;
import org.dongvon.group.change.GroupBook.Household;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Fact;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Language;
import org.springframework.stereotype.Component;

/** Households join a group (kết nạp tổ viên): each sends whom its 01/UQ names, or its head. */
@Component
class AdmitMember extends GroupChange {

    private final GroupConventions conventions;
    private final List<FollowsMembers> followers;

    AdmitMember(Desk desk, GroupConventions conventions, List<FollowsMembers> followers) {
        super(
                desk,
                new Shape(
                        "admission",
                        LEADING,
                        BANK,
                        Minutes.Purpose.ADMISSION,
                        List.of(
                                new Field("households", Field.Type.HOUSEHOLDS),
                                new Field("saving", Field.Type.MONEY))));
        this.conventions = conventions;
        this.followers = followers;
    }

    @Override
    void check(Group group, Facts wanted) {
        var day = group.openDay();
        var joining = households(wanted, day);
        desk().rules().requireRoom(desk().book().members(group.id()).size(), joining.size(), day);
        Newcomers.check(desk(), joining, group.pointId(), group.hamlet());
        conventions.on(group.id(), day).ifPresent(rule -> {
            if (wanted.dongOf("saving").compareTo(rule.savingLeast()) < 0) {
                throw new Refused(GroupRefusal.SAVING_BELOW_CONVENTION, rule.savingLeast());
            }
        });
    }

    @Override
    void make(Group group, Approved approved) {
        var day = approved.place().day();
        var saving = approved.wanted().dongOf("saving");
        var joining = households(approved.wanted(), day);
        var members = desk().groups()
                .admit(
                        group.id(),
                        day,
                        joining.stream()
                                .map(each ->
                                        new NewMember(each.id(), each.speaker().id(), saving, null))
                                .toList());
        followers.forEach(each -> each.joined(members));
    }

    private List<Household> households(Facts wanted, LocalDate day) {
        return Newcomers.of(desk(), wanted.textOf("households"), day);
    }

    @Override
    public Optional<String> words(Language language, String subject, Fact fact) {
        var value = fact.value();
        return fact.name().equals("households") && value != null
                ? Optional.of(value.replace(" ", ", ") + ": " + names(newcomers(subject)))
                : super.words(language, subject, fact);
    }

    /** Those whom the reader sees: an association does not see newcomers before they are members. */
    @Override
    public List<Long> people(String subject) {
        return desk().book().seen(newcomers(subject));
    }

    private List<Long> newcomers(String subject) {
        return super.people(subject);
    }

    @Override
    String subject(String code, Facts wanted) {
        var group = desk().book().get(code);
        return Newcomers.subject(code, households(wanted, group.openDay()));
    }
}
