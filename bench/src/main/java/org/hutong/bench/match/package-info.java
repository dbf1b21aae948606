/** {@code ./hutong match}: the columns of a foreign table, and the data elements they mean. */
package org.hutong.bench.match;
