package org.dongvon.ledger.seal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dongvon.ledger.seal.BookReader.Office;
import org.dongvon.organisation.Units;
import org.springframework.stereotype.Service;

/** Proves that posted lines are in the sealed book. */
@Service
public class ProveLines {

    private final SealBook book;
    private final BookReader reader;
    private final Units units;

    ProveLines(SealBook book, BookReader reader, Units units) {
        this.book = book;
        this.reader = reader;
        this.units = units;
    }

    /** Whether the day of a journal is sealed. */
    public boolean isSealed(Posted posted) {
        return book.covering(posted.officeId(), posted.day()).isPresent();
    }

    /**
     * The proof of a line, from the books as they are now, inside the caller's transaction; empty when its day is not sealed
     * yet, or when the voucher is not what was sealed.
     */
    public Optional<InclusionProof> of(Posted posted) {
        return book.covering(posted.officeId(), posted.day()).flatMap(seal -> prove(posted, seal));
    }

    private Optional<InclusionProof> prove(Posted posted, Seal seal) {
        var office = new Office(posted.officeId(), units.get(posted.officeId()).code());
        var contents = book.contents(office.id(), seal.period().to());
        var read = reader.find(office, posted.day(), posted.journalId());
        int place = read.map(leaves -> contents.indexOf(leaves.head())).orElse(-1);
        int leaf = read.map(leaves -> indexOf(leaves.texts(), posted.line())).orElse(-1);
        if (place < 0 || leaf < 0) {
            return Optional.empty();
        }
        var key = book.keys().get(seal.key() - 1);
        return read.map(leaves -> new InclusionProof(
                        leaves.texts().get(leaf),
                        MerkleTree.path(leaves.hashes(), leaf),
                        leaves.head(),
                        MerkleTree.path(
                                contents.stream().map(SealedVoucher::leaf).toList(), place),
                        seal,
                        key))
                .filter(InclusionProof::holds);
    }

    private static int indexOf(List<String> leaves, UUID line) {
        for (int i = 0; i < leaves.size(); i++) {
            if (Leaves.line(leaves.get(i)).endsWith(" " + line)) {
                return i;
            }
        }
        return -1;
    }

    /** A posted line: the journal, its office and day, and the line's identifier. */
    public record Posted(long officeId, LocalDate day, long journalId, UUID line) {}
}
