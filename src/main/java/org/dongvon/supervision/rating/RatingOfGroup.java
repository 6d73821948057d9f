package org.dongvon.supervision.rating;

import java.math.BigInteger;
import java.util.List;
import org.dongvon.group.GroupFacts;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.dongvon.supervision.rating.RatingFiles.Standing;
import org.springframework.stereotype.Component;

/** The newest rating among the facts of a group's page. */
@Component
class RatingOfGroup implements GroupFacts {

    private final RatingFiles files;
    private final Messages messages;

    RatingOfGroup(RatingFiles files, Messages messages) {
        this.files = files;
        this.messages = messages;
    }

    @Override
    public List<Fact> of(long groupId, String code) {
        return files.last(groupId).stream()
                .map(standing -> new Fact(
                        new Label(title(Language.VI, standing), title(Language.EN, standing)),
                        new Label(value(Language.VI, standing), value(Language.EN, standing)),
                        "/groups/" + code + "/ratings"))
                .toList();
    }

    private String title(Language language, Standing standing) {
        return messages.text(language, "group-fact.rating", Formats.in(language).month(standing.month()));
    }

    private String value(Language language, Standing standing) {
        return messages.text(
                language,
                "group-fact.rating.value",
                standing.ratingClass(),
                Formats.in(language).decimal(BigInteger.valueOf(standing.points()), 2));
    }
}
