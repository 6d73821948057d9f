/** What tests stand on: a PostgreSQL server for all of them, a database for each class. Start with {@code PostgresTest}. */
@NullMarked
package org.dongvon.support;

import org.jspecify.annotations.NullMarked;
