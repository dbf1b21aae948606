/** The operations of access, and how every controller learns who is calling. */
package org.hutong.access.web;
