package org.dongvon.ledger;

import java.util.Collection;
import java.util.Map;
import org.dongvon.shared.text.Label;

/** Names of what entries are split by. The ledger knows programmes and contracts by number only; their modules stand above it. */
public interface EntryNames {

    /** The programmes by number. */
    Map<Integer, Label> programmes();

    /** The codes of capital contracts in scope, by number. */
    Map<Long, String> contracts(Collection<Long> ids);
}
