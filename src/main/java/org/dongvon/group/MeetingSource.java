package org.dongvon.group;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Meetings of groups whose votes another module keeps, offered as a bean by it: those that choose borrowers (bình xét). The
 * group's page shows them among its own. Both ask for the same quorum and the same majority.
 */
public interface MeetingSource {

    /** The meetings of a group in the reader's scope. */
    List<Meeting> of(long groupId);

    /**
     * A meeting.
     *
     * @param kind its name is the message {@code meetingKind.<KIND>}
     * @param inFavour votes for what was agreed; none where each thing had its own vote
     * @param agreed in words; empty where the votes say it
     * @param attended the members who came, as the group's list numbers and names them; empty where they were only counted
     */
    record Meeting(
            LocalDate heldOn,
            String kind,
            int members,
            int present,
            @Nullable Integer inFavour,
            String agreed,
            List<String> attended) {}
}
