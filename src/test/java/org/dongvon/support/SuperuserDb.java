package org.dongvon.support;

import javax.sql.DataSource;

/** The test's database as its superuser, who can do anything to it: what tampering is tried with. */
public record SuperuserDb(DataSource dataSource) {}
