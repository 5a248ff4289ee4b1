# The language level, warnings and flags of every target of ours, and third-party code as SYSTEM.
add_library(offramp_settings INTERFACE)
target_compile_features(offramp_settings INTERFACE cxx_std_20)
target_compile_options(offramp_settings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough -Wswitch-enum
  # Names of other files are no shadows where several are compiled in one; g++ can tell, clang cannot.
  $<$<CXX_COMPILER_ID:GNU>:-Wshadow=local>
  # g++ 12 sees overlapping copies in "text" + std::string that are not there (GCC bug 105329).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<BOOL:${OFFRAMP_DEV}>:-Werror>
  $<BUILD_INTERFACE:-ffile-prefix-map=${CMAKE_SOURCE_DIR}=.>)

# Product code throws nothing and asks no object for its type. Tests link only the settings above.
add_library(offramp_product INTERFACE)
target_link_libraries(offramp_product INTERFACE offramp_settings)
target_compile_options(offramp_product INTERFACE -fno-exceptions -fno-rtti
  # g++ 12 would copy the two ends of a range, each just written, as one word, for which the processor
  # has to wait: an evaluation took a quarter longer.
  $<$<CXX_COMPILER_ID:GNU>:-fno-tree-slp-vectorize>)

add_library(offramp_json INTERFACE)
target_include_directories(offramp_json SYSTEM INTERFACE
  "$<BUILD_INTERFACE:${OFFRAMP_DEPS}/nlohmann-json3/include>")
target_compile_definitions(offramp_json INTERFACE JSON_NOEXCEPTION)

option(OFFRAMP_SANITIZE "Address and undefined-behaviour sanitizers" OFF)
if(OFFRAMP_SANITIZE)
  # The vptr check asks objects for their type, which product code cannot answer.
  add_compile_options(-fsanitize=address,undefined -fno-sanitize=vptr -fno-sanitize-recover=all
                      -fno-omit-frame-pointer)
  add_compile_definitions(_GLIBCXX_ASSERTIONS)
  add_link_options(-fsanitize=address,undefined)
endif()
option(OFFRAMP_FUZZ "Fuzzers, and code that tells them where it has been; clang++ only" OFF)
if(OFFRAMP_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
# offramp_unexamined(<target>): third-party code, which the sanitizers leave alone.
function(offramp_unexamined name)
  if(OFFRAMP_SANITIZE)
    target_compile_options(${name} PRIVATE -fno-sanitize=all)
  endif()
endfunction()
if(EMSCRIPTEN)
  # Size decides what a reader on a phone waits for; only what each evaluation runs through is
  # compiled for speed. At the link -Os, because -Oz would replace memcpy by a byte-wise loop.
  set(CMAKE_CXX_FLAGS_RELEASE "-DNDEBUG")
  add_compile_options(
    $<$<NOT:$<STREQUAL:$<TARGET_PROPERTY:NAME>,offramp_core>>:-Oz>
    # Every browser that knows bulk memory knows the other two as well.
    -flto -fno-exceptions -fno-rtti -mbulk-memory -mnontrapping-fptoint -msign-ext)
  add_link_options($<$<CONFIG:Release>:-Os> -flto -fno-exceptions -fno-rtti -mbulk-memory)
endif()
