# How a layer is made: a library that sees its own headers and those of the layers it links, and no
# others, so that an include upward does not compile and a call upward does not link.

# offramp_root(<folder of src> <variable>): an include folder that holds nothing but this folder.
function(offramp_root folder variable)
  string(REPLACE "/" "-" name "${folder}")
  set(root "${CMAKE_BINARY_DIR}/include/${name}")
  get_filename_component(above "${root}/${folder}" DIRECTORY)
  file(MAKE_DIRECTORY "${above}")
  file(CREATE_LINK "${CMAKE_SOURCE_DIR}/src/${folder}" "${root}/${folder}" SYMBOLIC)
  set(${variable} "${root}" PARENT_SCOPE)
endfunction()

# offramp_headers(<target> <header>...): public headers of the current folder.
function(offramp_headers name)
  get_target_property(root ${name} OFFRAMP_ROOT)
  file(RELATIVE_PATH here "${CMAKE_SOURCE_DIR}/src" "${CMAKE_CURRENT_SOURCE_DIR}")
  list(TRANSFORM ARGN PREPEND "${root}/${here}/" OUTPUT_VARIABLE headers)
  get_target_property(type ${name} TYPE)
  set(scope PUBLIC)
  if(type STREQUAL INTERFACE_LIBRARY)
    set(scope INTERFACE)
  endif()
  target_sources(${name} ${scope} FILE_SET HEADERS BASE_DIRS "${root}" FILES ${headers})
endfunction()

# offramp_layer(<target> <folder of src> [LINK <target>...]): its rooms add their files.
function(offramp_layer name folder)
  cmake_parse_arguments(LAYER "" "" "LINK" ${ARGN})
  offramp_root("${folder}" root)
  add_library(${name} STATIC)
  set_target_properties(${name} PROPERTIES OFFRAMP_ROOT "${root}")
  if(OFFRAMP_DEV AND NOT EMSCRIPTEN)
    set_target_properties(${name} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
  endif()
  target_link_libraries(${name} PUBLIC ${LAYER_LINK} PRIVATE offramp_product)
  target_compile_features(${name} PUBLIC cxx_std_20)
endfunction()

# offramp_data(<target> <folder of src> HEADERS <header>... [LINK <target>...]): headers alone.
function(offramp_data name folder)
  cmake_parse_arguments(DATA "" "" "HEADERS;LINK" ${ARGN})
  offramp_root("${folder}" root)
  add_library(${name} INTERFACE)
  set_target_properties(${name} PROPERTIES OFFRAMP_ROOT "${root}")
  offramp_headers(${name} ${DATA_HEADERS})
  target_link_libraries(${name} INTERFACE ${DATA_LINK})
  target_compile_features(${name} INTERFACE cxx_std_20)
endfunction()

# offramp_room(<target> [SOURCES <file>...] [HEADERS <file>...] [FAST <source>...]): the files of the
# current folder. FAST has the sources that each evaluation runs through: on the web they are compiled
# for speed, and the others for size.
function(offramp_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;HEADERS;FAST" ${ARGN})
  target_sources(${name} PRIVATE ${ROOM_SOURCES} ${ROOM_FAST})
  if(ROOM_HEADERS)
    offramp_headers(${name} ${ROOM_HEADERS})
  endif()
  if(EMSCRIPTEN AND name STREQUAL offramp_core)
    # One -O flag for each file: em++ makes neither of two.
    set_source_files_properties(${ROOM_SOURCES} TARGET_DIRECTORY offramp_core
                                PROPERTIES COMPILE_OPTIONS -Oz)
    set_source_files_properties(${ROOM_FAST} TARGET_DIRECTORY offramp_core
                                PROPERTIES COMPILE_OPTIONS -O2)
  endif()
endfunction()

# offramp_program(<target> <folder of src> SOURCES <file>... [LINK <target>...])
function(offramp_program name folder)
  cmake_parse_arguments(PROGRAM "" "" "SOURCES;LINK" ${ARGN})
  offramp_root("${folder}" root)
  add_executable(${name} ${PROGRAM_SOURCES})
  target_include_directories(${name} PRIVATE "${root}")
  target_link_libraries(${name} PRIVATE ${PROGRAM_LINK} offramp_product)
endfunction()
