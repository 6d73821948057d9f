package org.dongvon.loan.application;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.dongvon.loan.application.ApplicationFiles.Application;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.springframework.stereotype.Service;

/** Takes applications to their end when their loans are paid out. */
@Service
public class PaidApplications {

    private final ApplicationFiles files;

    PaidApplications(ApplicationFiles files) {
        this.files = files;
    }

    /**
     * The loans were paid out under a submission; those that came from no application stay as they are.
     *
     * @throws Refused {@link ApplicationRefusal#APPLICATION_NOT_NOTIFIED} when the group had no notice of one; {@link
     *     ApplicationRefusal#APPLICATION_NOT_CONTRACTED} when the contract of a direct loan is not signed; {@link
     *     ApplicationRefusal#APPLICATION_SAME_PERSON}
     */
    public void paidOut(Actor teller, UUID key, Collection<Long> loanIds) {
        var applications = files.ofLoans(loanIds);
        if (applications.isEmpty()) {
            return;
        }
        check(applications);
        files.requireAnother(applications, teller.personId());
        files.move(
                teller,
                key,
                applications.stream().map(each -> each.by(Move.PAY_OUT)).toList(),
                null);
    }

    /**
     * Whether all of them may be paid out, told before it is asked for.
     *
     * @throws Refused {@link ApplicationRefusal#APPLICATION_NOT_NOTIFIED}, {@link
     *     ApplicationRefusal#APPLICATION_NOT_CONTRACTED}
     */
    public void requireReady(Collection<Long> loanIds) {
        check(files.ofLoans(loanIds));
    }

    private static void check(List<Application> applications) {
        applications.stream()
                .filter(each -> each.step() != (each.isDirect() ? Step.CONTRACTED : Step.NOTIFIED))
                .min(Comparator.comparing(Application::code))
                .ifPresent(each -> {
                    throw new Refused(
                            each.isDirect()
                                    ? ApplicationRefusal.APPLICATION_NOT_CONTRACTED
                                    : ApplicationRefusal.APPLICATION_NOT_NOTIFIED,
                            each.code());
                });
    }
}
