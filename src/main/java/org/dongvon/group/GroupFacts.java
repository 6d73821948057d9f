package org.dongvon.group;

import java.util.List;
import org.dongvon.shared.text.Label;

/**
 * What another module knows of a group as a whole, offered as a bean by the module that owns the data: a line among the
 * facts of the group's page.
 *
 * <p>Example: the rating gives {@code Xếp loại 4/2024: Tốt · 92,50 điểm} with the page that explains it.
 */
public interface GroupFacts {

    /** The facts of a group in the reader's scope; none when there is nothing to say. */
    List<Fact> of(long groupId, String code);

    /**
     * One fact.
     *
     * @param path the page that tells more
     */
    record Fact(Label title, Label value, String path) {}
}
