package org.dongvon.shared.change;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change that the second person has approved, to be made now.
 *
 * @param id the request
 * @param submission the key of the approval's submission, which a journal names as its own
 * @param subject the code of the thing
 * @param wanted the fields as they shall be
 * @param basis the maker's reason and document
 * @param place the point and its open day
 */
public record Approved(long id, UUID submission, String subject, Facts wanted, Basis basis, Place place) {

    /**
     * Why a change is asked for.
     *
     * @param reason in the maker's words
     * @param document the code of a document of the register
     * @param former the request that this one corrects
     */
    public record Basis(
            String reason,
            @Nullable String document,
            @Nullable Long former) {}

    /**
     * Where and on which day of the books.
     *
     * @param pointId a transaction point, 0 for the country
     */
    public record Place(long pointId, LocalDate day) {}
}
