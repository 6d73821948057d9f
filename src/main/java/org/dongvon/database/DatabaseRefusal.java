package org.dongvon.database;

import org.dongvon.shared.Refusal;

/** Why the data folder cannot be opened, in the order in which it is looked at. */
public enum DatabaseRefusal implements Refusal {
    /** {0} system, {1} processor. */
    UNSUPPORTED_PLATFORM,
    /** {0} folder. */
    NOT_WRITABLE,
    /** {0} folder. */
    OWNED_BY_OTHER,
    /** {0} folder, {1} free megabytes, {2} needed megabytes. */
    DISK_FULL,
    /** {0} folder. */
    ROOT_NOT_POSSIBLE,
    /** {0} folder, {1} user. */
    FOLDER_UNREACHABLE,
    /** {0} folder of keys. */
    KEYS_NOT_THERE,
    /** {0} folder of keys. */
    KEYS_OPEN_TO_OTHERS,
    /** {0} folder, {1} its version, {2} ours. */
    DATA_OF_NEWER_POSTGRES,
    /** {0} folder, {1} its version, {2} ours. */
    DATA_OF_OLDER_POSTGRES,
    /** {0} folder, {1} process. */
    FOREIGN_HOLDER,
    /** {0} file. */
    SECRETS_MISSING,
    /** {0} file with the server's own words. */
    DID_NOT_START,
    /** {0} setting, {1} value found, {2} value needed. */
    NOT_DURABLE,
    /** {0} folder, {1} schema, {2} version found. */
    DATA_OF_NEWER_BUILD,
    /** {0} folder, {1} schema. */
    DATA_OF_OTHER_BUILD,
    /** {0} folder. */
    IN_USE_BY_OTHER_BUILD;

    @Override
    public String module() {
        return "database";
    }
}
