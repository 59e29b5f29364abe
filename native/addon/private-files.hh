/* Directories that nobody else can put something into. */
#pragma once
#include <string>
#include "failure.hh"
#include "handle.hh"

namespace stasis {

/* Makes a directory with those above it, for us alone; those that are there stay as they are. */
Outcome make_private(const std::string& path, Code code);

/* Opens a directory, never through a symbolic link. Code::Insecure: it is another user's, or others may write to it.
 * `made` stays empty when there is none. */
Outcome open_private(const std::string& path, Fd& made);

/* Code::Insecure: what is open is another user's, or others may write to it. */
Outcome check_private(const Fd& file, const std::string& path);

}  // namespace stasis
