package org.dongvon.session.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dongvon.form.FormDocument;
import org.dongvon.form.Letterhead;
import org.dongvon.form.paper.AccountRegistration;
import org.dongvon.form.paper.Applicant;
import org.dongvon.session.paper.GroupPapers.Papers;
import org.dongvon.session.paper.PaperGroups.PaperGroup;
import org.dongvon.session.paper.PaperLines.Unregistered;

/** 01/TGTV for each member of a group who has no account yet. */
final class Registrations {

    private Registrations() {}

    static Papers of(List<Unregistered> members, List<PaperGroup> groups, LocalDate day) {
        var documents = new ArrayList<FormDocument>();
        var people = new ArrayList<Long>();
        for (var group : groups) {
            for (var member : members) {
                if (member.groupId() == group.id()) {
                    documents.add(registration(member, group, day));
                    people.add(member.personId());
                }
            }
        }
        return new Papers("", documents, people);
    }

    private static AccountRegistration registration(Unregistered member, PaperGroup group, LocalDate day) {
        var point = group.line().point();
        return new AccountRegistration(
                Letterhead.ofCitizen(point, day),
                group.office(),
                new Applicant(member.name(), "", "", "", member.identity(), "", member.hamlet() + ", " + point, ""),
                group.line(),
                member.monthlySaving());
    }
}
