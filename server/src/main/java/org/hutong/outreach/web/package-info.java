/** The HTTP side of notices. */
package org.hutong.outreach.web;
