package org.dongvon.form.paper;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.FormCode;
import org.dongvon.form.FormDocument;
import org.dongvon.form.Letterhead;

/** 10/TD, biên bản họp thành lập Tổ: who founded the group, whom they chose, what they agreed on. */
public record FoundingMinutes(
        Letterhead letterhead,
        GroupLine group,
        Meeting meeting,
        Board board,
        Convention convention,
        List<Member> members)
        implements FormDocument {

    public FoundingMinutes {
        members = List.copyOf(members);
    }

    @Override
    public FormCode code() {
        return FormCode.FOUNDING_MINUTES;
    }

    @Override
    public String subject() {
        return group.code();
    }

    /** When they met, how many came, how many were for it. */
    public record Meeting(LocalDate heldOn, int members, int present, int inFavour) {}

    /** Whom they chose. */
    public record Board(String head, String deputy) {}

    /**
     * What they agreed on.
     *
     * @param savingLeast what each deposits a month at least
     * @param meetsEvery months between meetings
     * @param said the rest in their words
     */
    public record Convention(Dong savingLeast, int meetsEvery, String said) {}

    /** A founder, with the year of birth and the hamlet. */
    public record Member(int ordinal, String name, String born, String hamlet) {}
}
