/** Counts over all persons in memory: columns of bits that follow what is committed, and criteria as masks over them. No SQL, no Spring. */
package org.hutong.resource.index;
